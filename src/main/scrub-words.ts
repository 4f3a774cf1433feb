/**
 * The words that engines, the database and the system use in their own error messages.
 *
 * Only these survive in the log, so whatever a user typed cannot, wherever in a message it stands. Words that are
 * also names or could be an answer to a question are left out on purpose.
 */
export const engineWords: ReadonlySet<string> = new Set(`
a aborted access accessing active additional after against all allocate allocation allowed already an and any apply
are argument arguments array arrow assertion assign assigned assignment async at attempt attempted available await
backing bad be because before begin being between bigint blocked body boolean bound buffer but by bytes
call callable callback called cannot changed character child circular class clone cloned close closed closing code
command compile component computed conflict connection constraint construct constructor context convert converting
copy corrupt could crash create created creating cross cursor cyclic
data database decode deep default defined deleted delete descriptor destination destructure destructured detached
device did different directory disk does during
element empty encode encountered end error errors evaluating event exceeded exception exist existing exists expected
expression extensible extra
fail failed failure fetch field file find finished first for format found from frame function
generator get getter given global granted greater
had handle handler has have heap
identifier if illegal import in incomplete incorrect index initialization initialize inside instance instanceof insufficient
integer internal interrupted into invalid invoked invoking is it iterable iterator
keyed keypath lack length less limit line literal loaded loading local locked longer lookup
main malformed map match maximum memory message method microtask missing mode module more multiple must
name native navigation nested network newer next no node non not null number
object objectstore of older on only open opened opening operation operator option or origin other out outside
parameter parse parsing pattern pending permission permitted position possible preload primary primitive private
process promise properties property prototype provided proxy
quota range reached read reading readonly recursion recursive reference refused regexp rejected rejection remote
render renderer repeated request require required reserved resource response result return returned
same schema scope script security serializable serialize set setter shared should signal size slice space spread
stack started state statement static stopped storage store stored stream strict string structured such super support
supported switch symbol syntax system
target template terminated than that the then this throw thrown time timeout to token too transaction type typed
unable uncaught undefined unexpected unhandled unique unknown unreachable unsupported unterminated update upgrade use used
value values variable version versionchange violation
was weakmap when where while window with without worker write writing wrong yield zero
`.split(/\s+/).filter(word => word !== ''))
