using System.Collections.Concurrent;

namespace Atelier.Drawing.Art;

/// <summary>
/// What an English noun looks like: a table of chosen looks first, then the keywords of the drawings, then WordNet's
/// more general words ("labrador" is drawn as a dog). What cannot be drawn is said, not guessed.
/// </summary>
public sealed class VisualLexicon
{
    private const int SensesTried = 3; // rarer senses mislead: a "mouse" is no device in a picture book
    private const int StepsUp = 8;
    private const int StepsToNoun = 3; // a plain noun may stand for what is just below it, a category for all of it

    /// <summary>Too general to be drawn by one of its kinds, whatever the keywords say.</summary>
    private static readonly HashSet<string> TooGeneral = new(
        (
            "entity,object,physical object,thing,whole,unit,artifact,artefact,living thing,organism,being,matter,"
            + "substance,abstraction,attribute,state,act,event,process,group,relation,communication,measure,location,"
            + "causal agent,instrumentality,instrumentation,structure,construction,device,equipment,covering,part,"
            + "piece,product,creation,food,nutrient,animal,creature,beast,animate being,mammal,vertebrate,chordate,"
            + "natural object,material,feature,body,form,shape,system,conveyance,transport,commodity,goods,feeling,"
            + "cognition,knowledge,idea,content,activity,action,motion,change,quality,property,time,period,number,"
            + "sign,symbol,signal,message,work,force,power,energy,place,point,region,area,line,space,male,female,"
            + "container,implement,article,surface,layer,opening,decoration,plan,cause,result,way,kind,sort,"
            + "water,earth,world,paper,wood,metal,gold,string,rope,machine,engine,present,letter,note,picture,love"
        ).Split(','),
        StringComparer.Ordinal
    );

    /// <summary>Words that only count what follows: a pile of leaves is leaves.</summary>
    private static readonly HashSet<string> Counters = new(
        "pile,heap,bunch,group,piece,bit,slice,pair,herd,flock,pack,lot,line,row,handful,kind,set,swarm,school".Split(
            ','
        ),
        StringComparer.Ordinal
    );

    private readonly ArtPack _art;
    private readonly LexiconTable _table = new();
    private readonly Lazy<EmojiKeywords> _keywords;
    private readonly Lazy<NounNet> _net;
    private readonly ConcurrentDictionary<string, Depiction> _known = new(StringComparer.Ordinal);

    private VisualLexicon(string packages, ArtPack art)
    {
        _art = art;
        _keywords = new(() => new EmojiKeywords(packages, art));
        _net = new(() => new NounNet(packages));
    }

    /// <summary>Cheap: keywords and WordNet are opened when a noun is not in the table.</summary>
    /// <param name="packsPath">The folder of the data packages: node_modules, or the folder that holds it.</param>
    public static VisualLexicon Load(string packsPath, ArtPack art) => new(ArtPack.PackageRoot(packsPath), art);

    /// <param name="noun">Singular or plural, one word or a phrase; any text is answered.</param>
    public Depiction Depict(string noun)
    {
        var plain = Plain(noun);
        if (_known.TryGetValue(plain, out var known))
            return known;
        if (_known.Count > 2000)
            _known.Clear();
        return _known[plain] = Phrases(plain).Select(Look).FirstOrDefault(found => found is not null) ?? Nothing(plain);
    }

    private static Depiction Nothing(string noun) =>
        new(null, DepictionKind.None, noun, 0.4, Habitat.Small, Portrayal.Whole);

    private static string Plain(string noun)
    {
        var words = noun.ToLowerInvariant().Replace('_', ' ').Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var from = words.Length > 1 && words[0] is "a" or "an" or "the" or "some" or "his" or "her" or "their" ? 1 : 0;
        return string.Join(' ', words.Skip(Math.Min(from, words.Length - 1)).Take(6));
    }

    /// <summary>The phrase itself, then its head: "old red boat" is a boat, "bowl of soup" a bowl.</summary>
    private static IEnumerable<string> Phrases(string phrase)
    {
        if (phrase.Length == 0)
            yield break;
        yield return phrase;
        var parts = phrase.Split(" of ", 2);
        if (parts.Length == 2)
        {
            var counted = Counters.Contains(Lemmas.Of(parts[0]).Last()) || Counters.Contains(parts[0]);
            foreach (var side in counted ? new[] { parts[1], parts[0] } : parts)
            foreach (var inner in Phrases(side))
                yield return inner;
            yield break;
        }
        for (var space = phrase.IndexOf(' '); space > 0; space = phrase.IndexOf(' ', space + 1))
            yield return phrase[(space + 1)..];
    }

    private Depiction? Look(string phrase)
    {
        foreach (var word in Lemmas.Of(phrase))
            if (_table.IsScenery(word))
                return Nothing(word);
            else if (_table.Noun(word) is { } look)
                return Of(look, DepictionKind.Exact, word);
            else if (_table.Near(word) is var (near, shows))
                return Of(near, DepictionKind.Related, shows);
        foreach (var word in Lemmas.Of(phrase))
            if (_keywords.Value.Find(word) is { IsLabel: true } named)
                return Of(named, DepictionKind.Exact, word);
        foreach (var word in Lemmas.Of(phrase))
            if (_net.Value.Senses(word) is { Count: > 0 } senses)
                return Above(word, senses) ?? Keyword(word, _net.Value.Read(senses[0]).Topic);
        return null;
    }

    /// <summary>A keyword is a hint, not a name; it must at least be of the noun's own realm.</summary>
    private Depiction? Keyword(string word, int topic)
    {
        if (TooGeneral.Contains(word) || _keywords.Value.Find(word) is not { } entry)
            return null;
        return Allowed(entry, topic) ? Of(entry, DepictionKind.Related, entry.Icon.Replace('-', ' ')) : null;
    }

    private Depiction? Above(string word, IReadOnlyList<long> senses)
    {
        (Depiction Found, int Cost)? best = null;
        for (var i = 0; i < Math.Min(SensesTried, senses.Count); i++)
        {
            // A rarer sense counts only in the realm of the first: a rake is a tool, whatever rakes did in old novels.
            var sense = _net.Value.Read(senses[i]);
            if (sense.Topic != _net.Value.Read(senses[0]).Topic)
                continue;
            if (Climb(word, senses[i]) is var (found, steps) && (best is null || steps + 3 * i < best.Value.Cost))
                best = (found, steps + 3 * i);
        }
        return best?.Found;
    }

    private (Depiction Found, int Steps)? Climb(string word, long sense)
    {
        var level = new List<long> { sense };
        var seen = new HashSet<long>();
        var topic = _net.Value.Read(sense).Topic;
        for (var steps = 0; steps <= StepsUp && level.Count > 0; steps++)
        {
            var next = new List<long>();
            foreach (var offset in level.Where(seen.Add))
            {
                var above = _net.Value.Read(offset);
                foreach (var name in above.Words)
                    if ((name != word || steps > 0) && Named(name, offset, topic, steps) is { } found)
                        return (found, steps);
                next.AddRange(above.Above);
            }
            level = next;
        }
        return null;
    }

    /// <summary>A word of a more general sense stands for it only in its own first meaning.</summary>
    private Depiction? Named(string name, long sense, int topic, int steps)
    {
        if (_table.Category(name) is { } category && category.Fits(topic))
            return Of(category, DepictionKind.Related, name);
        if (steps > StepsToNoun || TooGeneral.Contains(name) || _net.Value.Senses(name) is not [var first, ..])
            return null;
        if (first != sense)
            return null;
        if (_table.Noun(name) is { } look)
            return look.Fits(topic) ? Of(look, DepictionKind.Related, name) : null;
        if (_keywords.Value.Find(name) is not { IsLabel: true } entry)
            return null;
        return Allowed(entry, topic) ? Of(entry, DepictionKind.Related, name) : null;
    }

    private static bool Allowed(EmojiKeywords.Entry entry, int topic) =>
        topic switch
        {
            NounNet.Animal => entry.IsAnimal,
            NounNet.Person => entry.IsPerson,
            _ => !entry.IsPerson && NounNet.IsConcrete(topic),
        };

    private Depiction? Of(LexiconTable.Look look, DepictionKind kind, string via) =>
        _art.Find(look.DrawingId) is { } drawing
            ? new Depiction(drawing, kind, via, look.Size, look.Habitat, look.Shows)
            : null;

    private Depiction? Of(EmojiKeywords.Entry entry, DepictionKind kind, string via)
    {
        if (_table.OfDrawing(entry.DrawingId) is { } look)
            return Of(look, kind, via);
        if (_art.Find(entry.DrawingId) is not { } drawing)
            return null;
        var (size, habitat) = NaturalSize.Of(via, entry, _net.Value);
        return new Depiction(drawing, kind, via, size, habitat, entry.IsPerson ? Portrayal.Bust : Portrayal.Whole);
    }
}
