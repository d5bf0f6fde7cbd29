using Atelier.Language.Cast.Lexing;

namespace Atelier.Language.Cast.Naming;

/// <summary>What forbids that a form is one more name of somebody: gender, rank, or that the text tells them apart.</summary>
internal sealed class JoinRules
{
    private readonly HashSet<(NameKey, NameKey)> _distinct;
    private readonly Dictionary<int, NameForm> _single;
    private readonly HashSet<int> _givenNames;
    private readonly HashSet<int> _surnames;
    private readonly HashSet<int> _married;
    private readonly HashSet<int> _common;
    private readonly HashSet<int> _noble;
    private readonly HashSet<int> _givenTitles;
    private readonly HashSet<int> _youngTitles;
    private readonly HashSet<int> _wives;

    public JoinRules(Vocabulary words, NameBook book, List<NameForm> persons)
    {
        HashSet<int> Ids(string list) => [.. list.Split(' ').Select(word => words.Id(word))];
        (Genders, _distinct) = (new Genders(words, book.Forms), book.Distinct());
        (_married, _common, _noble) = (Ids("mrs madame frau signora"), Ids("mr miss"), Ids("sir lord lady"));
        _givenTitles = Ids("sir king queen prince princess saint dame brother sister uncle aunt cousin nurse");
        _wives = Ids("lady countess duchess marchioness baroness viscountess");
        _youngTitles = Ids("miss master mademoiselle lady");
        _single = persons.Where(form => form.Key is { Words: 1, Title: 0 }).ToDictionary(form => form.Key.First);
        var full = persons.Where(form => form.Key.Words > 1).ToList();
        _givenNames = [.. full.Select(form => form.Key.First)];
        _surnames = [.. full.Select(form => form.Key.Last)];
    }

    public Genders Genders { get; }

    public bool IsMarried(int title) => _married.Contains(title);

    /// <summary>Has the surname from a husband.</summary>
    public bool IsWife(int title) => IsMarried(title) || _wives.Contains(title);

    /// <summary>"Sir William", "Aunt Polly", and "Miss Lizzy" where Lizzy is the commoner name.</summary>
    public bool IsTitledGiven(NameForm form)
    {
        var (title, word) = (form.Key.Title, form.Key.First);
        if (_givenTitles.Contains(title))
            return !_surnames.Contains(word) || _givenNames.Contains(word);
        if (_surnames.Contains(word))
            return false;
        // "Mr. Franklin" where somebody is Franklin Blake
        if (!_youngTitles.Contains(title))
            return !IsMarried(title) && _givenNames.Contains(word);
        return _givenNames.Contains(word) || _single.TryGetValue(word, out var bare) && bare.Count > form.Count;
    }

    /// <summary>"Parsee Ahab", where the Parsee and Ahab are two: a comma was left out, no name.</summary>
    public bool IsTwo(NameKey key) =>
        key is { Words: 2, Title: 0 } && Apart(NameKey.Of(0, [key.First]), NameKey.Of(0, [key.Last]));

    public bool MayJoin(Figure figure, NameForm form)
    {
        foreach (var other in figure.Forms)
            if (AreTwo(form.Key, other.Key) || Clash(other, form))
                return false;
        return true;
    }

    /// <summary>Told apart themselves, or by the given name alone: "Mr. Wilcox and Charles" parts him from Charles Wilcox.</summary>
    private bool AreTwo(NameKey a, NameKey b)
    {
        var (given, other) = (a.Words > 1 ? NameKey.Of(0, [a.First]) : a, b.Words > 1 ? NameKey.Of(0, [b.First]) : b);
        return Apart(a, b) || (given.First != other.First && (Apart(a, other) || Apart(given, b)));
    }

    private bool Apart(NameKey a, NameKey b) => _distinct.Contains((a, b)) || _distinct.Contains((b, a));

    private bool Clash(NameForm a, NameForm b)
    {
        if (!Naming.Genders.Agree(GenderOf(a), GenderOf(b)))
            return true;
        var (one, two) = (a.Key.Title, b.Key.Title);
        // "Mrs. John Knightley" is not John Knightley, nor is Miss Bates Mrs. Bates; nor Mr. Elliot Sir Walter Elliot.
        if (IsMarried(one) != IsMarried(two))
            return !IsWoman(IsMarried(one) ? b : a);
        return (_common.Contains(one) && _noble.Contains(two)) || (_noble.Contains(one) && _common.Contains(two));
    }

    /// <summary>Beyond doubt, and not a Miss.</summary>
    private bool IsWoman(NameForm form) =>
        GenderOf(form) == Gender.Female
        && !_youngTitles.Contains(form.Key.Title)
        && !_givenTitles.Contains(form.Key.Title);

    /// <summary>A full name has the pronouns of its given name as well.</summary>
    public Gender GenderOf(NameForm form)
    {
        var own = Genders.FirmlyOf(form);
        return
            own == Gender.Unknown
            && form.Key is { Words: > 1, Title: 0 }
            && _single.TryGetValue(form.Key.First, out var given)
            ? Genders.FirmlyOf(given)
            : own;
    }
}
