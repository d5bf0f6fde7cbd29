namespace Atelier.Language.Cast.Lexing;

internal static class SpeechWords
{
    public const string Past = """
        said cried replied returned answered asked exclaimed whispered murmured muttered shouted called continued added
        remarked observed inquired enquired demanded interrupted interposed repeated rejoined retorted began declared
        protested suggested explained admitted agreed announced sighed laughed smiled groaned growled grumbled gasped sobbed
        screamed shrieked yelled roared snapped sneered stammered faltered pleaded begged urged insisted persisted ventured
        resumed proceeded pursued concluded commented confessed conceded assured informed told thought mused soliloquised
        soliloquized ejaculated vociferated responded countered corrected objected queried questioned chuckled giggled hissed
        snarled spoke stated swore warned wailed whimpered whined breathed bawled barked bellowed drawled echoed hinted
        implored joked lamented mumbled moaned ordered panted piped prompted quoted reasoned reminded reported sang scolded
        snorted sniffed spluttered stuttered thundered uttered volunteered wondered quoth commanded advised affirmed argued
        asserted assented bantered besought blurted boasted challenged chattered chimed chided chirped claimed coaxed
        complained congratulated contradicted cooed croaked crooned denied directed entreated expostulated finished
        flashed greeted grunted grinned gurgled hazarded howled invited jeered jested maintained mimicked nodded offered
        parried pronounced puffed purred rapped rasped rattled recited rebuked recommended rejoiced remonstrated
        replying reproached reproved requested scoffed screeched shrilled sneezed squeaked squealed stipulated
        submitted summoned supplemented sympathised teased testified threatened trilled urged wheezed yawned apologised
        apologized babbled beamed bade promised proposed prophesied reflected scowled spat stormed taunted wept
        interjected exploded reiterated cautioned quavered acknowledged simpered opined vowed corroborated admonished
        confided acquiesced petitioned boomed attested enunciated counselled interpolated blustered reassured amended chorused
        instructed nagged pouted concurred speculated mocked mourned chirruped gulped proclaimed lisped crowed cackled
        yelped prattled supplied
        """;

    public const string Present = """
        says cries replies returns answers asks exclaims whispers murmurs mutters shouts calls continues adds remarks observes
        inquires demands interrupts repeats retorts declares explains sighs laughs thinks pursues proceeds resumes
        say cry exclaim mutter gasps suggests urges rejoins protests responds insists
        """;

    /// <summary>Lead into speech: "he rose, saying".</summary>
    public const string Gerunds = """
        saying crying adding exclaiming repeating murmuring asking whispering muttering shouting remarking answering calling
        observing demanding inquiring enquiring continuing replying declaring protesting urging announcing retorting proclaiming
        """;

    /// <summary>What somebody's speech is called: "was her reply".</summary>
    public const string Nouns = """
        answer reply remark observation exclamation question inquiry enquiry response comment rejoinder retort words greeting
        """;

    /// <summary>Verbs of saying in two words.</summary>
    public const string Pairs = """
        went:on ran:on put:in broke:in broke:out burst:out burst:forth struck:in cut:in wound:up brought:out blurted:out
        came:out got:out jerked:out threw:in led:off goes:on puts:in breaks:in
        """;
}
