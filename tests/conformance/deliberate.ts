const json = 'answers are JSON: YAML and protobuf are read at most'
const build = 'says what this server is, not what the recorded one was'
const goPrint = 'ends where a real server goes on with values in the syntax of Go'
const descriptions = 'columns have no descriptions: nobody shows them'
const kubelet = 'there is no kubelet to ask: a 501 says so'
const tokens = 'this server issues no credentials: a 501 says so'
const overload = 'there is no priority and fairness: nothing is refused because of load'
const accounts = 'service account admission is off, as it was for all other recordings'
const oldEtcd = 'recorded with an etcd too old for these watches'

/** Exchanges that the embedded server answers differently on purpose, with the reason. */
export const deliberate: ReadonlyMap<string, string> = new Map([
  ['01-nonresource#1', build],
  ['01-nonresource#2', build],
  ['01-nonresource#4', build],
  ['01-nonresource#8', build],
  ['01-nonresource#9', 'there is no etcd whose health could be asked'],
  ['01-nonresource#11', 'metrics of a real server are about what this one does not have'],
  ['01-nonresource#13', build],
  ['01-nonresource#14', tokens],
  ['01-nonresource#15', tokens],
  ['02-discovery#13', build],
  ['02-discovery#15', json],
  ['02-discovery#16', json],
  ['02-discovery#18', 'discovery is read: nothing is gained from answering a POST'],
  ['02-discovery#19', json],
  ['02-discovery#20', json],
  ['02-discovery#21', build],
  ['03-content-types#3', json],
  ['03-content-types#6', json],
  ['03-content-types#7', json],
  ['03-content-types#8', json],
  ['03-content-types#10', json],
  ['03-content-types#12', json],
  ['03-content-types#16', descriptions],
  ['03-content-types#17', descriptions],
  ['03-content-types#18', descriptions],
  ['03-content-types#24', json],
  ['03-content-types#30', descriptions],
  ['03-content-types#48', 'answers stay in this process or on loopback: they are not compressed'],
  ['04-errors#71', 'Go prints a byte that is no UTF-8 as the character of that number'],
  [
    '05-list#49',
    'forgetting history forgets it for watches too, a real watch cache keeps it longer than etcd',
  ],
  ['06-watch#30', descriptions],
  ['06-watch#31', descriptions],
  ['08-defaulting#19', 'there are addresses for 65,534 services instead of 254'],
  ['09-update#14', 'a real server prints the addresses of pointers'],
  ['10-generation#4', goPrint],
  ['10-generation#5', goPrint],
  ['10-generation#7', goPrint],
  ['10-generation#19', 'reports a cause once that a real server reports twice'],
  ['10-generation#45', goPrint],
  ['15-subresources#46', kubelet],
  ['15-subresources#48', kubelet],
  ['15-subresources#50', tokens],
  ['15-subresources#52', 'users have names and groups, no uid; those of this run have other groups'],
  ['15-subresources#53', 'an authorizer is a function, whose rules nobody can list: a 501 says so'],
  ['15-subresources#54', 'there are no components whose status could be told'],
  ['15-subresources#56', tokens],
  ['18-tables#2', descriptions],
  ['18-tables#3', descriptions],
  ['20-apf-429#1', overload],
  ['20-apf-429#2', overload],
  ['20-apf-429#3', overload],
  ['23-serviceaccount-admission#1', accounts],
  ['23-serviceaccount-admission#2', accounts],
  ['23-serviceaccount-admission#3', accounts],
  ['23-serviceaccount-admission#4', accounts],
  ['25-etcd-3.4.23-unpatched#1', oldEtcd],
  ['25-etcd-3.4.23-unpatched#2', oldEtcd],
  ['25-etcd-3.4.23-unpatched#3', oldEtcd],
])
