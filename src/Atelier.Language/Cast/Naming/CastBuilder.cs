using Atelier.Language.Cast.Lexing;

namespace Atelier.Language.Cast.Naming;

/// <summary>
/// Puts the forms of one person's name together: full names first, then titles with a surname, then single names, then
/// titles with a given name, then short forms. Forms never join that the text shows to be two people's.
/// </summary>
internal sealed class CastBuilder
{
    // Of several bearers of a name the bare name means the one who is met clearly more often.
    private const double Clearly = 2;

    // A bare name is a given name, unless it stands far more often as somebody's surname.
    private const int GivenFirst = 3;

    private readonly Vocabulary _words;
    private readonly JoinRules _rules;
    private readonly List<Figure> _figures = [];
    private readonly Dictionary<int, List<Figure>> _byGiven = [];
    private readonly Dictionary<int, List<Figure>> _bySurname = [];

    private CastBuilder(Vocabulary words, JoinRules rules) => (_words, _rules) = (words, rules);

    public static List<Figure> Build(Vocabulary words, NameBook book)
    {
        var persons = PersonForms.Of(words, book.Forms);
        var rules = new JoinRules(words, book, persons);
        var builder = new CastBuilder(words, rules);
        foreach (var form in persons.Where(form => form.Key.Words > 1 && !rules.IsTwo(form.Key)))
            builder.AddFull(form);
        var titled = persons.Where(form => form.Key is { Words: 1, Title: not 0 }).ToLookup(rules.IsTitledGiven);
        foreach (var form in titled[false])
            builder.AddTitled(form);
        foreach (var form in persons.Where(form => form.Key is { Words: 1, Title: 0 }))
            builder.AddSingle(form);
        foreach (var form in titled[true])
            builder.AddTitledGiven(form);
        foreach (var form in persons.Where(form => form.Key.Words == 0))
            builder.AddRank(form);
        return builder._figures;
    }

    private void AddFull(NameForm form)
    {
        var same = Matching(_byGiven, form.Key.First, form).Find(f => f.Forms[0].Key.Last == form.Key.Last);
        Put(form, same ?? Main(Matching(_bySurname, form.Key.Last, form).FindAll(f => IsShort(f.Forms[0], form))));
    }

    /// <summary>Becky Sharp is Rebecca Sharp; but Tom Bertram may be Thomas Bertram's son.</summary>
    private bool IsShort(NameForm full, NameForm form) =>
        (_rules.GenderOf(full) == Gender.Female || _rules.GenderOf(form) == Gender.Female)
        && full.Key.Words > 1
        && Nicknames.Pair(_words.Word(full.Key.First), _words.Word(form.Key.First));

    private void AddTitled(NameForm form)
    {
        var (title, name) = (form.Key.Title, form.Key.First);
        // Mrs. Joe is Mrs. Joe Gargery; Mrs. Gargery may be another.
        var given = _rules.IsMarried(title) ? Main(Matching(_byGiven, name, form)) : null;
        var family = Matching(_bySurname, name, form);
        // Mr. Gradgrind is Mr. Thomas Gradgrind, however often Tom Gradgrind is named.
        var titled = family.FindAll(f => f.HasTitle(title));
        Put(
            form,
            given
                ?? (
                    titled.Count == 1 ? titled[0]
                    : MayBeAnyOf(title, name) ? null
                    : Main(family)
                )
        );
    }

    /// <summary>Of several women of a family anybody may be Mrs. or Lady.</summary>
    private bool MayBeAnyOf(int title, int surname) =>
        _rules.IsWife(title) && _bySurname.GetValueOrDefault(surname)?.Count(f => f.Gender != Gender.Male) > 1;

    private void AddSingle(NameForm form)
    {
        // John is who is called John, not John Willoughby whom all call Willoughby.
        var namesakes = Matching(_byGiven, form.Key.First, form);
        var given = Main(namesakes, form.Key.First) ?? Main(namesakes);
        // A bare surname is a man's in older novels, unless pronouns say otherwise.
        var family = Matching(_bySurname, form.Key.First, form);
        var men = family.Where(f => f.Gender != Gender.Female).ToList();
        var bearer = Main(men) ?? Main(men, form.Key.First) ?? Main(family);
        if (
            given is not null
            && bearer is not null
            && Uses(bearer, form.Key.First) > GivenFirst * Uses(given, form.Key.First)
        )
            given = null;
        Put(form, given ?? bearer ?? Nicknamed(form));
    }

    private static int Uses(Figure figure, int word) =>
        figure.Forms.Where(form => form.Key.First == word || form.Key.Last == word).Sum(form => form.Count);

    private void AddTitledGiven(NameForm form) =>
        Put(form, Main(Matching(_byGiven, form.Key.First, form)) ?? Main(Matching(_bySurname, form.Key.First, form)));

    private void AddRank(NameForm form)
    {
        var holders = _figures.Where(f => f.HasTitle(form.Key.Title)).ToList();
        // "the Captain", where there are several, is whoever of them is on stage.
        if (holders.Count < 2 || _words.Is(form.Key.Title, WordClass.KinTitle))
            Put(form, holders.Count == 1 ? holders[0] : null);
    }

    private Figure? Nicknamed(NameForm form)
    {
        var name = _words.Word(form.Key.First);
        var longer = _figures
            .Where(f =>
                _rules.MayJoin(f, form)
                && f.Forms.Exists(other =>
                    (GoesBy(f, other) || form.Narrated * 3 < form.Count)
                    && Nicknames.Pair(_words.Word(other.Key.First), name)
                )
            )
            .OrderByDescending(f => f.Count)
            .ToList();
        return Main(longer);
    }

    /// <summary>The bare given name, where it is not the exception: Lady Catherine is Kitty to nobody.</summary>
    private static bool GoesBy(Figure figure, NameForm form) =>
        form.Key.Title == 0 && (form.Key.Words > 1 || form.Count * 5 > figure.Count);

    private List<Figure> Matching(Dictionary<int, List<Figure>> index, int word, NameForm form) =>
        index.TryGetValue(word, out var figures) ? figures.FindAll(f => _rules.MayJoin(f, form)) : [];

    private static Figure? Main(List<Figure> figures, int? word = null)
    {
        var ordered = figures
            .Select(figure => (Figure: figure, Count: word is { } name ? Uses(figure, name) : figure.Count))
            .OrderByDescending(one => one.Count)
            .ToList();
        return ordered.Count == 1 || (ordered.Count > 1 && ordered[0].Count > Clearly * ordered[1].Count)
            ? ordered[0].Figure
            : null;
    }

    private void Put(NameForm form, Figure? figure)
    {
        if (figure is null)
        {
            figure = new Figure(_figures.Count, FigureKind.Named);
            _figures.Add(figure);
        }
        figure.Forms.Add(form);
        figure.Count += form.Count;
        _rules.Genders.Settle(figure);
        Index(form, figure);
    }

    private void Index(NameForm form, Figure figure)
    {
        var key = form.Key;
        if (key.Words > 1)
        {
            Into(_byGiven, key.First, figure);
            Into(_bySurname, key.Last, figure);
        }
        else if (key.Words == 1)
            Into(key.Title == 0 || _rules.IsTitledGiven(form) ? _byGiven : _bySurname, key.First, figure);
    }

    private static void Into(Dictionary<int, List<Figure>> index, int word, Figure figure)
    {
        var figures = index.TryGetValue(word, out var known) ? known : index[word] = [];
        if (!figures.Contains(figure))
            figures.Add(figure);
    }
}
