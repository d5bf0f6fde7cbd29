using System.Text.RegularExpressions;

namespace Atelier.Library.Characters.FromDocument;

/// <summary>How much a sentence tells about somebody: who they are, or how they are.</summary>
internal sealed partial class LineScores
{
    private readonly Regex _names;
    private readonly Regex _is;

    public LineScores(IReadOnlyList<string> names)
    {
        var any = string.Join('|', names.OrderByDescending(name => name.Length).Select(Regex.Escape));
        _names = new($@"\b(?:{any})\b", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        _is = new(
            $@"\b(?:{any})(?:,[^,.;]{{1,60}},)?\s+(?:was|is|were|had been|had|has|seemed|looked|wore|lived)\b",
            RegexOptions.CultureInvariant,
            TimeSpan.FromSeconds(1)
        );
    }

    public bool Names(string line) => _names.IsMatch(line);

    /// <summary>Above 0 for one that says who somebody is.</summary>
    public double Describes(Line line)
    {
        if (!Names(line.Text) || Quoted(line.Text))
            return 0;
        var score = 0.2;
        if (_is.IsMatch(line.Text))
            score += 2;
        if (_names.Match(line.Text).Index < 12)
            score += 0.5;
        if (Appearance().IsMatch(line.Text))
            score += 1.2;
        if (Kin().IsMatch(line.Text))
            score += 0.5;
        return score + Length(line.Text) + Early(line);
    }

    /// <summary>Above 0 for one that says how somebody is.</summary>
    public double Characterises(Line line)
    {
        if (!Names(line.Text) || Quoted(line.Text))
            return 0;
        var traits = Traits().Count(line.Text);
        if (traits == 0 || Appearance().IsMatch(line.Text)) // those describe
            return 0;
        return traits + (_is.IsMatch(line.Text) ? 1 : 0) + Length(line.Text);
    }

    private static bool Quoted(string text) => text.AsSpan().ContainsAny("“\"«");

    private static double Length(string text) => text.Length is > 50 and < 220 ? 0.4 : 0;

    private static double Early(Line line) => line.Chapter <= 3 ? 0.3 : 0;

    [GeneratedRegex(
        @"\b(?:tall|short|slender|thin|stout|handsome|beautiful|pretty|plain|pale|dark|fair|old|young|aged|grey|gray|hair|eyes|face|voice|dressed|coat|gown|beard|figure|complexion|years)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Appearance();

    [GeneratedRegex(
        @"\b(?:son|daughter|wife|husband|father|mother|brother|sister|uncle|aunt|cousin|friend|captain|doctor|king|queen|prince|princess|servant|master|widow|clergyman|lawyer|soldier|farmer|teacher|merchant)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Kin();

    [GeneratedRegex(
        @"\b(?:kind|cruel|proud|humble|clever|stupid|foolish|wise|brave|timid|shy|bold|gentle|harsh|honest|sly|generous|mean|selfish|cheerful|gloomy|sad|merry|lively|quiet|silent|serious|stern|patient|impatient|angry|calm|nervous|vain|modest|loyal|faithful|jealous|curious|careless|careful|stubborn|obstinate|sensible|romantic|cold|warm|passionate|reserved|talkative|witty|amiable|agreeable|disagreeable|temper|disposition|manner|manners|character|spirit|spirits|nature|heart|fond|afraid|fear|love|hate|delight|pride|courage|pity|anger|joy|grief|always|never)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Traits();
}
