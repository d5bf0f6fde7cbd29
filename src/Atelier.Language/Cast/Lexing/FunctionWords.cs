namespace Atelier.Language.Cast.Lexing;

internal static class FunctionWords
{
    public const string Prepositions = """
        to with of by for from about against between among before behind beside besides beyond beneath under over upon on
        after into towards toward through without like than round around across along past near off onto up down except
        """;

    public const string PlacePrepositions = "in at near from into within throughout via";

    public const string Conjunctions =
        "and but or nor so yet for if when while as because though although that then until till since whether";

    public const string Auxiliaries = """
        is was were are am be been being has have had having do does did will would shall should can could may might must
        """;

    /// <summary>Words that stand at the head of a sentence often enough to look like names in a short text.</summary>
    public const string Openers = """
        the a an this that these those it its he she they we you i his her their our your my and but or nor so yet for if
        when while as because though although then until till since whether there here where what which who whom whose why how
        not no yes yea nay oh o ah alas aye ay well now never always often once twice soon again still even only just also
        perhaps maybe indeed certainly surely besides however therefore thus hence moreover meanwhile presently suddenly
        immediately afterwards at in on by with from to of into upon under over after before during between among against
        about above below behind beyond through without within one two three four five six seven eight nine ten some any
        all both each every either neither many much more most few several such other another none nothing something
        anything everything somebody anybody everybody nobody someone anyone everyone do does did is was were are am be been
        have has had will would shall should can could may might must let come go look see tell give take say think
        know get put make please thank thanks good bad poor dear old young little great first second last next
        hush stop wait listen hello hallo hullo halloa farewell goodbye adieu ha hey hi ho hum humph hurrah pooh pshaw tut bah
        nonsense very quite too rather really truly finally eventually apparently evidently probably possibly naturally
        unfortunately fortunately seeing having being finding hearing looking taking going coming
        chapter book part volume canto act scene letter preface introduction contents illustration footnote note finis end
        page vol project gutenberg ebook etext copyright
        don't didn can couldn wouldn shouldn won isn wasn aren weren hasn haven hadn ain don didn't doesn mustn needn ll ve re
        """;

    public const string Sites = """
        street road lane square park house hall place court inn hotel castle abbey church college school university company
        club row terrace hill river valley island county bridge station bank society office gardens grove cottage lodge farm
        avenue alley gate forest bay cape mountains mount
        """;

    public const string Ships = """
        aboard board ship schooner brig frigate steamer steamship vessel whaler yacht barque sloop cutter lugger galleon liner
        deck decks hull keel mast masts bulwarks rigging crew stern bows prow gangway helm forecastle
        """;

    public const string Capitalised = """
        monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
        october november december christmas easter michaelmas whitsun lent god heaven hell providence lord almighty
        jesus christ bible scripture gospel english french german italian spanish irish scotch scottish welsh american
        european indian russian dutch latin greek roman british christian catholic protestant jewish jew jews
        frenchman englishman irishman scotchman scotsman welshman dutchman spaniard chinaman
        turkish chinese japanese african asian parliament majesty highness lordship ladyship honour honor excellency
        north south east west northern southern eastern western england france london paris scotland ireland
        america europe italy germany spain russia india africa asia rome york sir madam ma'am
        """;
}
