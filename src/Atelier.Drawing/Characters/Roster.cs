using Atelier.Drawing.Art;

namespace Atelier.Drawing.Characters;

/// <summary>From a noun to the kind of character that plays it.</summary>
internal static class Roster
{
    private static readonly Dictionary<string, Kind> Kinds = AnimalKinds
        .All.Concat(PeopleKinds.All)
        .ToDictionary(kind => kind.Key, StringComparer.Ordinal);

    /// <summary>Nouns of each kind, and the names of art pack drawings that show it.</summary>
    private static readonly Dictionary<string, string> Names = Read(
        """
        dog: puppy hound doggy pup dog-face guide-dog service-dog poodle
        cat: kitten kitty tomcat cat-face black-cat grinning-cat
        rabbit: bunny hare rabbit-face
        bear: cub grizzly
        mouse: mice mouse-face rat
        pig: piglet hog pig-face boar
        cow: calf bull ox cow-face water-buffalo bison
        horse: pony foal stallion mare horse-face colt
        tiger: tiger-face leopard cheetah
        lion: lioness
        wolf: werewolf coyote
        fox: vixen
        monkey: ape chimpanzee monkey-face gorilla orangutan
        dragon: dragon-face wyvern
        chicken: hen rooster cockerel turkey
        frog: toad tadpole
        hamster: gerbil guinea-pig vole
        raccoon: badger skunk
        sheep: lamb ewe ram
        goat: kid-goat
        deer: fawn stag doe reindeer moose elk
        donkey: mule burro
        squirrel: chipmunk dormouse
        hedgehog: porcupine
        duck: duckling chick baby-chick front-facing-baby-chick hatching-chick goose gosling
        bird: robin sparrow bluebird blackbird wren finch
        owl: owlet
        elephant: mammoth
        hippo: hippopotamus
        crocodile: alligator
        dinosaur: t-rex sauropod
        turtle: tortoise
        snowman: snowman-without-snow
        alien: martian
        robot: android machine-man
        jack: jack-o-lantern
        clown: clown-face jester
        girl: daughter sister schoolgirl niece granddaughter
        boy: son brother schoolboy nephew grandson lad
        child: kid friend toddler children person somebody someone student
        woman: mother mum mom mummy mommy aunt lady wife
        man: father dad daddy papa uncle gentleman husband
        grandmother: grandma granny nana old-woman older-person
        grandfather: grandpa granddad old-man grandad
        king: emperor
        queen: empress
        prince: person-with-crown
        wizard: magician sorcerer mage man-mage
        witch: woman-mage sorceress
        fairy: pixie woman-fairy person-fairy sprite
        mermaid: woman-merpeople person-merpeople merman
        elf: gnome person-elf man-elf woman-elf dwarf
        knight: guard warrior soldier
        doctor: nurse vet veterinarian health-worker
        astronaut: spaceman cosmonaut
        cook: chef baker
        police\u0020officer: policeman policewoman police-officer
        sailor: captain pilot fisherman
        firefighter: fireman
        builder: construction-worker carpenter mechanic
        farmer: gardener shepherd
        teacher: professor librarian
        inventor: scientist
        santa: santa-claus
        """
    );

    public static Kind? Find(string key) => Kinds.GetValueOrDefault(key);

    /// <summary>A key for <see cref="CharacterLook.Kind"/>, with a note when it is not what was asked for.</summary>
    public static (string Kind, string? Note) Resolve(string noun, Func<string, Depiction> depict)
    {
        var said = noun.Trim().ToLowerInvariant();
        var words = said.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        foreach (
            var candidate in words.Length == 0
                ? []
                : new[] { said, said.Replace(' ', '-'), words[^1], words[^1].TrimEnd('s') }
        )
            if (Known(candidate) is { } known)
                return (known, null);
        var shown = said.Length == 0 ? null : depict(said);
        if (shown?.Drawing is null && words.Length > 1)
            shown = depict(words[^1]);
        if (shown?.Drawing is not { } drawing)
            return ("child", $"No drawing shows \"{noun}\"; a child stands in.");
        var note =
            shown.Kind == DepictionKind.Related && shown.Via != said ? $"\"{noun}\" is drawn as {shown.Via}." : null;
        var name = drawing.Id[(drawing.Id.IndexOf(':') + 1)..];
        if (Known(name) is { } kind)
            return (kind, note);
        if (Known(shown.Via) is { } via)
            return (via, note);
        if (WholeAnimals.Find(name) is not null)
            return ($"drawing:{ArtPack.Fluent}:{name}", note);
        if (shown.Shows != Portrayal.Whole || name.StartsWith("person-", StringComparison.Ordinal))
            return (
                name.StartsWith("woman", StringComparison.Ordinal) ? "woman"
                : name.StartsWith("man", StringComparison.Ordinal) ? "man"
                : "child",
                note
            );
        return ("thing:" + drawing.Id, note);
    }

    private static string? Known(string word) => Kinds.ContainsKey(word) ? word : Names.GetValueOrDefault(word);

    private static Dictionary<string, string> Read(string table)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in table.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = line.IndexOf(':');
            foreach (var name in line[(colon + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries))
                names[name.Trim()] = line[..colon].Replace("\\u0020", " ", StringComparison.Ordinal).Trim();
        }
        return names;
    }
}
