using Atelier.Language.Cast.Lexing;
using Atelier.Language.Cast.Naming;

namespace Atelier.Language.Cast.Speaking;

/// <summary>Everybody who can speak, those known by a noun only included, and who was met last.</summary>
internal sealed class Stage(Vocabulary words, List<Figure> figures, int narrator)
{
    // A novel has a few dozen landlords and waiters; what has more is not a story.
    private const int MostNouns = 5_000;

    private readonly Dictionary<(int Noun, bool Mine), int> _nouns = [];
    private readonly Dictionary<int, int?> _holders = [];
    private readonly int _mr = words.Id("mr");
    private readonly int _mrs = words.Id("mrs");
    private readonly Dictionary<(int Title, int Surname), int> _couples = Couples(figures);
    private readonly int[] _lastSubject = [-1, -1, -1];

    public List<Figure> Figures => figures;

    public int Narrator => narrator;

    public Salience Salience { get; private set; } = new();

    /// <summary>Nobody is on stage any more; who was known by a noun stays known.</summary>
    public void Empty()
    {
        Salience = new Salience();
        Array.Fill(_lastSubject, -1);
    }

    public int LastSubject(Gender gender) => _lastSubject[(int)gender];

    /// <summary>Who is named all through the book is likelier than who is named once.</summary>
    public double Fame(int figure) => Weights.Fame * Math.Log(1 + figures[figure].Count);

    public Gender GenderOf(int figure) => figures[figure].Gender;

    public void Note(Mention mention, int at)
    {
        var figure = mention is { Kind: MentionKind.Noun, IsSubject: true } ? Cast(mention) : Resolve(mention);
        if (figure < 0)
            return;
        var weight = mention switch
        {
            { IsQuoted: true } => mention.IsCalled ? Weights.CalledMention : Weights.QuotedMention,
            { Kind: MentionKind.I } => Weights.NarratorMention,
            { Kind: MentionKind.Name } => mention.IsSubject ? Weights.SubjectMention : Weights.OtherMention,
            { Kind: MentionKind.Noun } => Weights.NounMention,
            _ => mention.IsSubject ? Weights.OtherMention : Weights.NarratorMention,
        };
        Salience.Note(figure, at, weight);
        if (mention is { IsSubject: true, IsQuoted: false } and not { Kind: MentionKind.I })
            Follow(figure);
    }

    public void Follow(int figure)
    {
        if (GenderOf(figure) != Gender.Unknown)
            _lastSubject[(int)GenderOf(figure)] = figure;
    }

    /// <summary>Whom a mention means, without looking at the conversation; -1 where that cannot be told.</summary>
    public int Resolve(Mention mention) =>
        mention.Kind switch
        {
            MentionKind.Name => mention.Figure,
            MentionKind.I => narrator,
            MentionKind.Pronoun => LastSubject(mention.Gender),
            MentionKind.Noun => ByTitle(mention) ?? Spouse(mention) ?? _nouns.GetValueOrDefault(Key(mention), -1),
            _ => -1,
        };

    /// <summary>The same, and makes somebody of a noun that speaks.</summary>
    public int Cast(Mention mention)
    {
        var figure = Resolve(mention);
        if (figure >= 0 || mention.Kind != MentionKind.Noun || _nouns.Count >= MostNouns)
            return figure;
        var label = (mention.Owner != 0 && Key(mention).Mine ? "My " : "The ") + words.Word(mention.Noun);
        figures.Add(new Figure(figures.Count, FigureKind.Noun) { Label = label, Gender = mention.Gender });
        return _nouns[Key(mention)] = figures.Count - 1;
    }

    public bool IsGeneric(Mention mention) => words.Is(mention.Noun, WordClass.Generic);

    private (int Noun, bool Mine) Key(Mention mention) =>
        (mention.Noun, words.Is(mention.Owner, WordClass.FirstPerson));

    /// <summary>"the colonel" is the colonel on stage, or the only one in the book.</summary>
    private int? ByTitle(Mention mention)
    {
        if (!words.Is(mention.Noun, WordClass.Title))
            return null;
        Presence? latest = null;
        foreach (var present in Salience.Present)
            if (figures[present.Figure].HasTitle(mention.Noun) && !(latest?.At >= present.At))
                latest = present;
        return latest?.Figure ?? OnlyHolder(mention.Noun);
    }

    private int? OnlyHolder(int title)
    {
        if (!_holders.TryGetValue(title, out var holder))
        {
            var all = figures.Where(figure => figure.HasTitle(title)).ToList();
            _holders[title] = holder = all.Count == 1 ? all[0].Id : null;
        }
        return holder;
    }

    /// <summary>"his wife" of Mr. Bennet is Mrs. Bennet.</summary>
    private int? Spouse(Mention mention)
    {
        if (mention.Owner == 0 || words.Word(mention.Noun) is not ("wife" or "lady" or "husband"))
            return null;
        var owner = LastSubject(Genders.OfWord(words, mention.Owner));
        if (owner < 0 || figures[owner].Kind != FigureKind.Named)
            return null;
        var wanted = words.Word(mention.Noun) == "husband" ? _mr : _mrs;
        foreach (var form in figures[owner].Forms)
            if (_couples.TryGetValue((wanted, form.Key.Last), out var other) && other != owner)
                return other;
        return null;
    }

    private static Dictionary<(int Title, int Surname), int> Couples(List<Figure> figures)
    {
        var couples = new Dictionary<(int, int), int>();
        foreach (var figure in figures)
        foreach (var form in figure.Forms)
            if (form.Key.Title != 0 && form.Key.Words > 0)
                couples.TryAdd((form.Key.Title, form.Key.Last), figure.Id);
        return couples;
    }
}
