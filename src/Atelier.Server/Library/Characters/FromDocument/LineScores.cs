using System.Text.RegularExpressions;

namespace Atelier.Library.Characters.FromDocument;

/// <summary>How much a sentence tells about somebody: who they are, or how they are.</summary>
internal sealed partial class LineScores
{
    private const int AtTheBeginning = 20;

    private readonly Regex _names;
    private readonly Regex _is;
    private readonly string? _pronoun;

    public LineScores(IReadOnlyList<string> names, string gender = "unknown")
    {
        _pronoun = gender switch
        {
            "female" => "She ",
            "male" => "He ",
            _ => null,
        };
        var any = string.Join('|', names.OrderByDescending(name => name.Length).Select(Regex.Escape));
        _names = new($@"\b(?:{any})\b", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        _is = new(
            $@"\b(?:{any})(?:,[^,.;]{{1,60}},)?\s+(?:was|is|were|had been|had|has|seemed|looked|wore|lived)\b",
            RegexOptions.CultureInvariant,
            TimeSpan.FromSeconds(1)
        );
    }

    /// <summary>Above 0 for one that says who somebody is.</summary>
    public double Describes(Line line)
    {
        if (!IsAbout(line, out var isSubject) || Quoted(line.Text))
            return 0;
        var score = 0.2;
        if (Is(line))
            score += 2;
        if (isSubject)
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
        if (!IsAbout(line, out var isSubject) || !isSubject || Quoted(line.Text))
            return 0;
        var traits = Traits().Count(line.Text);
        if (traits == 0 || Appearance().IsMatch(line.Text)) // those describe
            return 0;
        return traits + (Is(line) ? 1 : 0) + Length(line.Text);
    }

    /// <summary>It names them, or goes on with a pronoun about whom the sentence before begins with.</summary>
    private bool IsAbout(Line line, out bool isSubject)
    {
        var named = _names.Match(line.Text);
        isSubject = named is { Success: true, Index: < AtTheBeginning };
        if (!named.Success)
            isSubject = GoesOn(line);
        return named.Success || isSubject;
    }

    private bool Is(Line line) => _is.IsMatch(line.Text) || (GoesOn(line) && PronounIs().IsMatch(line.Text));

    private bool GoesOn(Line line) =>
        _pronoun is not null
        && line.Text.StartsWith(_pronoun, StringComparison.Ordinal)
        && line.Before is { } before
        && _names.Match(before) is { Success: true, Index: < AtTheBeginning };

    private static bool Quoted(string text) => text.AsSpan().ContainsAny("“\"«");

    private static double Length(string text) => text.Length is > 50 and < 220 ? 0.4 : 0;

    private static double Early(Line line) => line.Chapter <= 3 ? 0.3 : 0;

    [GeneratedRegex(@"^(?:She|He) (?:was|is|had|has|seemed|looked|wore|lived)\b", RegexOptions.CultureInvariant)]
    private static partial Regex PronounIs();

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
