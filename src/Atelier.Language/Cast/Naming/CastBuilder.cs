using Atelier.Language.Cast.Lexing;

namespace Atelier.Language.Cast.Naming;

/// <summary>
/// Puts the forms of one person's name together: full names first, then titles with a surname, then single names, then
/// short forms. Two rules forbid: forms of different gender never join, and Mrs. never joins by surname alone.
/// </summary>
internal sealed class CastBuilder
{
    // Of several bearers of a name the bare name means the one who is met clearly more often.
    private const double Clearly = 2;

    private readonly Vocabulary _words;
    private readonly List<Figure> _figures = [];
    private readonly Dictionary<int, List<Figure>> _byGiven = [];
    private readonly Dictionary<int, List<Figure>> _bySurname = [];
    private readonly int _mrs;

    private CastBuilder(Vocabulary words) => (_words, _mrs) = (words, words.Id("mrs"));

    public static List<Figure> Build(Vocabulary words, IReadOnlyCollection<NameForm> forms)
    {
        var test = new PersonTest(words);
        var persons = forms
            .Where(test.Is)
            .OrderByDescending(form => form.Count)
            .ThenBy(form => form.Display, StringComparer.Ordinal)
            .ToList();
        persons.AddRange(WholeNames(forms, persons));
        var builder = new CastBuilder(words);
        foreach (var form in persons.Where(form => form.Key.Words > 1))
            builder.AddFull(form);
        foreach (var form in persons.Where(form => form.Key is { Words: 1, Title: not 0 }))
            builder.AddTitled(form);
        foreach (var form in persons.Where(form => form.Key is { Words: 1, Title: 0 }))
            builder.AddSingle(form);
        foreach (var form in persons.Where(form => form.Key.Words == 0))
            builder.AddRank(form);
        return builder._figures;
    }

    /// <summary>"Edwin Lowe", met once, when Edwin is somebody and so is Mr. or Miss Lowe.</summary>
    private static List<NameForm> WholeNames(IReadOnlyCollection<NameForm> forms, List<NameForm> persons)
    {
        var given = persons
            .Where(form => form.Key is { Words: 1, Title: 0 })
            .Select(form => form.Key.First)
            .ToHashSet();
        var family = persons.Where(form => form.Key.Title != 0).Select(form => form.Key.Last).ToHashSet();
        family.UnionWith(persons.Where(form => form.Key.Words > 1).Select(form => form.Key.Last));
        return
        [
            .. forms
                .Where(form =>
                    form.Key is { Words: > 1, Title: 0 }
                    && given.Contains(form.Key.First)
                    && family.Contains(form.Key.Last)
                )
                .Except(persons)
                .OrderBy(form => form.Display, StringComparer.Ordinal),
        ];
    }

    private void AddFull(NameForm form)
    {
        var key = form.Key;
        var same = Having(_byGiven, key.First).Where(f => f.Forms[0].Key.Last == key.Last && MayJoin(f, form)).ToList();
        Put(form, same.Count > 0 ? same[0] : null);
    }

    private void AddTitled(NameForm form)
    {
        var (title, word) = (form.Key.Title, form.Key.First);
        if (title == _mrs)
        {
            // Mrs. Joe is Mrs. Joe Gargery; Mrs. Gargery may be another.
            var married = Having(_byGiven, word).Where(f => f.HasTitle(_mrs)).ToList();
            var named = Having(_bySurname, word).Where(f => f.HasTitle(_mrs)).ToList();
            Put(
                form,
                married.Count == 1 ? married[0]
                    : named.Count == 1 ? named[0]
                    : null
            );
            return;
        }
        var byGiven =
            _words.Is(title, WordClass.KinTitle)
            || _words.Word(title)
                is "sir"
                    or "lady"
                    or "king"
                    or "queen"
                    or "prince"
                    or "princess"
                    or "saint"
                    or "lord"
                    or "dame";
        var first = Matching(byGiven ? _byGiven : _bySurname, word, form);
        var second = Matching(byGiven ? _bySurname : _byGiven, word, form);
        if (!byGiven)
            second = [.. second.Where(f => f.Forms.TrueForAll(other => other.Key.Words == 1))];
        Put(form, Main(first) ?? (byGiven && _words.Word(title) == "sir" ? null : Main(second)));
    }

    private void AddSingle(NameForm form)
    {
        var word = form.Key.First;
        var given = Main(Matching(_byGiven, word, form));
        if (given is not null)
        {
            Put(form, given);
            return;
        }
        // A bare surname is a man's in older novels, unless pronouns say otherwise.
        var family = Matching(_bySurname, word, form).Where(f => !f.HasTitle(_mrs)).ToList();
        var men = family.Where(f => f.Gender != Gender.Female).ToList();
        Put(form, Main(men) ?? Main(family) ?? Nicknamed(form));
    }

    private void AddRank(NameForm form)
    {
        var holders = _figures.Where(f => f.HasTitle(form.Key.Title)).ToList();
        Put(form, holders.Count == 1 ? holders[0] : null);
    }

    private Figure? Nicknamed(NameForm form)
    {
        var name = _words.Word(form.Key.First);
        var longer = _figures
            .Where(f =>
                MayJoin(f, form)
                && f.Forms.Exists(other => IsGiven(other) && Nicknames.Pair(_words.Word(other.Key.First), name))
            )
            .ToList();
        return longer.Count == 1 ? longer[0] : Main(longer);
    }

    /// <summary>The first word of a full name, the only word of an untitled one.</summary>
    private bool IsGiven(NameForm form) =>
        form.Key.Words > 1 || form.Key.Title == 0 || _words.Is(form.Key.Title, WordClass.KinTitle);

    private List<Figure> Matching(Dictionary<int, List<Figure>> index, int word, NameForm form) =>
        [.. Having(index, word).Where(f => MayJoin(f, form)).OrderByDescending(f => f.Count)];

    private static Figure? Main(List<Figure> figures) =>
        figures.Count == 1 || (figures.Count > 1 && figures[0].Count > Clearly * figures[1].Count) ? figures[0] : null;

    private bool MayJoin(Figure figure, NameForm form)
    {
        if (!Genders.Agree(figure.Gender, Genders.Of(_words, form)))
            return false;
        // "Mrs. John Knightley" is not "John Knightley" unless she is known to be a woman.
        var married = form.Key.Title == _mrs;
        return married == figure.HasTitle(_mrs)
            || (married ? figure.Gender : Genders.Of(_words, form)) == Gender.Female;
    }

    private void Put(NameForm form, Figure? figure)
    {
        if (figure is null)
        {
            figure = new Figure(_figures.Count, FigureKind.Named);
            _figures.Add(figure);
        }
        form.Group = figure.Id;
        figure.Forms.Add(form);
        figure.Count += form.Count;
        Genders.Settle(_words, figure);
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
            Into(
                key.Title == 0 || _words.Is(key.Title, WordClass.KinTitle) || _words.Word(key.Title) == "sir"
                    ? _byGiven
                    : _bySurname,
                key.First,
                figure
            );
    }

    private static List<Figure> Having(Dictionary<int, List<Figure>> index, int word) =>
        index.TryGetValue(word, out var figures) ? figures : [];

    private static void Into(Dictionary<int, List<Figure>> index, int word, Figure figure)
    {
        var figures = index.TryGetValue(word, out var known) ? known : index[word] = [];
        if (!figures.Contains(figure))
            figures.Add(figure);
    }
}
