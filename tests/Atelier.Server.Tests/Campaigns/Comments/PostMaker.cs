using Atelier.Campaigns.Blogs;
using Atelier.Campaigns.Comments.Checking;

namespace Atelier.Campaigns.Comments;

/// <summary>Makes posts that differ in subject, length, wording and facts; the same number gives the same post.</summary>
internal sealed class PostMaker(int number)
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 14, 12, 0, 0, TimeSpan.Zero);

    private static readonly Subject[] English =
    [
        new(
            "Baking bread at home",
            [
                "sourdough starter",
                "oven temperature",
                "rye flour",
                "long proof",
                "crust",
                "kneading",
                "baking stone",
                "hydration",
            ],
            "grams loaves degrees hours",
            "Marta Oliveira,Lucien Brandt,Poilane,Altamura"
        ),
        new(
            "A small vegetable garden",
            [
                "raised bed",
                "compost heap",
                "tomato seedlings",
                "drip irrigation",
                "crop rotation",
                "slug traps",
                "mulch",
                "cold frame",
            ],
            "metres litres plants weeks",
            "Greta Holm,Wisley,Mr Tanaka,Ann Arbor"
        ),
        new(
            "Cycling to work all year",
            [
                "winter tyres",
                "cargo bike",
                "rear rack",
                "bike lane",
                "chain lube",
                "panniers",
                "dynamo light",
                "rain cape",
            ],
            "kilometres minutes euros trips",
            "Utrecht,Paola Rizzi,Copenhagen,Sam Okafor"
        ),
        new(
            "Running a tiny library",
            [
                "lending desk",
                "card catalogue",
                "reading hour",
                "donated books",
                "late fees",
                "shelf space",
                "story corner",
                "opening hours",
            ],
            "books readers shelves visits",
            "Eleanor Finch,Malmo,Carnegie Hall,Ivan Petrov"
        ),
        new(
            "Repairing old radios",
            [
                "soldering iron",
                "tube amplifier",
                "speaker cone",
                "power supply",
                "dial cord",
                "test bench",
                "capacitors",
                "circuit diagram",
            ],
            "volts hours capacitors sets",
            "Grundig,Harold Beck,Eindhoven,Rosa Lind"
        ),
        new(
            "Notes on remote teams",
            [
                "weekly call",
                "shared calendar",
                "written decisions",
                "onboarding buddy",
                "time zones",
                "quiet hours",
                "status page",
                "retro notes",
            ],
            "people meetings hours messages",
            "Nadia Rahman,Lisbon,Basecamp,Tom Eriksen"
        ),
        new(
            "Learning the cello late",
            [
                "bow hold",
                "practice log",
                "scale exercises",
                "teacher visits",
                "open strings",
                "shifting",
                "slow metronome",
                "duets",
            ],
            "minutes pieces lessons weeks",
            "Pablo Casals,Clara Weiss,Antwerp,Jean Dupre"
        ),
        new(
            "Insulating an old house",
            [
                "loft insulation",
                "double glazing",
                "air leaks",
                "lime plaster",
                "heat pump",
                "draught strips",
                "roof beams",
                "moisture meter",
            ],
            "centimetres euros degrees rooms",
            "Fiona Grant,Freiburg,Siemens,Owen Price"
        ),
    ];

    private static readonly Subject[] French =
    [
        new(
            "Un potager en ville",
            [
                "bacs surélevés",
                "compost maison",
                "plants de tomates",
                "arrosage goutte",
                "rotation des cultures",
                "paillage",
                "semis tardifs",
                "balcon",
            ],
            "mètres litres plants semaines",
            "Camille Roux,Nantes,Monsieur Lefort,Vilmorin"
        ),
        new(
            "Le pain au levain chez soi",
            [
                "levain",
                "farine de seigle",
                "longue pousse",
                "pierre réfractaire",
                "cuisson",
                "croûte",
                "pétrissage",
                "hydratation",
            ],
            "grammes pains degrés heures",
            "Lucie Marchand,Poilâne,Rennes,Paul Girard"
        ),
        new(
            "Rouler à vélo toute l'année",
            [
                "pneus cloutés",
                "vélo cargo",
                "piste cyclable",
                "sacoches",
                "éclairage dynamo",
                "cape de pluie",
                "chaîne",
                "porte-bagages",
            ],
            "kilomètres minutes euros trajets",
            "Strasbourg,Inès Moreau,Grenoble,Karim Benali"
        ),
        new(
            "Réparer plutôt que jeter",
            [
                "fer à souder",
                "pièces détachées",
                "atelier partagé",
                "grille-pain",
                "établi",
                "notice",
                "garantie",
                "outillage",
            ],
            "euros heures appareils visiteurs",
            "Toulouse,Agnès Petit,Moulinex,Hugo Lambert"
        ),
    ];

    private static readonly string[] EnglishLines =
    [
        "For {n} {u}, the {a} was the part I trusted least, and the {b} got all my attention.",
        "When {p} first showed me the {a}, I wrote down three questions, none of which had an easy answer.",
        "The {a} matters more than the {b}; skip it once, and the whole week goes wrong.",
        "We counted {n} {u} before anything changed, which is a long time to wait for a result.",
        "Most people start with the {b}, spend too much on it, and forget the {a} entirely.",
        "A good {a} costs little, lasts for years, and forgives nearly every mistake.",
        "In {p}, they treat the {a} as a craft of its own, with rules that nobody writes down.",
        "After {n} {u} I changed my mind: the {b} can wait until the second season.",
        "The trick, if there is one, is to keep the {a} boring and the {c} close at hand.",
        "Nothing about the {c} is difficult, but each small step depends on the one before.",
        "I asked {p} about the {b}, and the answer was shorter than I had hoped.",
        "Keep the {c} away from the {a}, at least until both have settled.",
        "By the end of the month the {a} had improved by {n} percent, mostly by accident.",
        "There is a cheap version of the {c}, sold everywhere, that breaks within {n} {u}.",
        "Patience helps with the {b}, while the {a} rewards those who act early.",
        "The old manuals describe the {a} in {n} pages, yet one careful afternoon teaches more.",
        "My neighbours ignore the {c}, do everything late, and still get decent results.",
        "If the {a} fails, look at the {b} first, then at the weather, and only then at yourself.",
    ];

    private static readonly string[] FrenchLines =
    [
        "Pendant {n} {u}, j'ai négligé « {a} » alors que {b} prenait tout mon temps, et je l'ai regretté.",
        "Quand {p} m'a montré sa méthode pour {a}, j'ai noté trois questions, toutes restées sans réponse simple.",
        "Dans mon cas, {a} compte plus que {b} ; si on l'oublie une fois, toute la semaine en souffre.",
        "Il a fallu {n} {u} avant que quelque chose change, ce qui est long pour un résultat aussi modeste.",
        "La plupart des gens commencent par {b}, y dépensent trop, et oublient complètement {a}.",
        "Un bon choix pour {a} coûte peu, dure des années, et pardonne presque toutes les erreurs.",
        "À {p}, on traite la question de {a} comme un métier, avec des règles que personne n'écrit.",
        "Après {n} {u}, j'ai changé d'avis : avec {b}, on peut attendre la deuxième saison.",
        "Le secret, s'il existe, est de garder {a} très simple et {c} à portée de main.",
        "Rien dans {c} n'est difficile, mais chaque petite étape dépend de la précédente.",
        "À la fin du mois, {a} avait progressé de {n} pour cent, surtout par hasard.",
        "On trouve partout une version bon marché de {c}, qui casse au bout de {n} {u}.",
        "La patience aide pour {b}, tandis que {a} récompense les plus rapides.",
        "Les vieux manuels décrivent {a} en {n} pages, mais un après-midi attentif apprend davantage.",
        "Mes voisins ignorent {c}, font tout en retard, et obtiennent quand même de bons résultats.",
    ];

    private uint _state = (uint)(number * 2654435761u) | 1;

    public static DateTimeOffset Now => Noon;

    public static CommentBrief Brief(string language, PersonaBrief? persona = null) =>
        new(
            language == "fr" ? "vivre plus simplement" : "living with fewer, better tools",
            language == "fr" ? ["outils", "réparation"] : ["tools", "repair"],
            "Fieldnote Tools",
            language == "fr"
                ? "Par transparence : je travaille pour Fieldnote Tools, une petite entreprise d'outillage."
                : "Full disclosure: I work for Fieldnote Tools, a small maker of hand tools.",
            [],
            ["fieldnote.example"],
            persona ?? new("Ada", "warm", "maker", [], Confirmed: false)
        );

    public PostText Make(bool inFrench = false)
    {
        var subjects = inFrench ? French : English;
        var subject = subjects[number % subjects.Length];
        var lines = inFrench ? FrenchLines : EnglishLines;
        var order = lines.OrderBy(_ => Next(10_000)).ToList();
        var first = Next(subject.Things.Length);
        var (a, b, c) = (Thing(0), Thing(2), Thing(5));
        var paragraphs = new List<string>();
        for (var i = 0; i < 6; i++)
            paragraphs.Add(string.Join(' ', order.Skip(i * 2).Take(2).Select(line => Fill(line, subject, a, b, c))));
        return new(
            new($"https://blog{number}.example/posts/{number}"),
            subject.Title,
            string.Join("\n\n", paragraphs),
            inFrench ? "fr" : "en",
            200,
            Noon.AddHours(-3),
            RobotsAllowed: true,
            PostOpenness.Open
        )
        {
            Keyphrases = [a, b, c],
        };

        string Thing(int after) => subject.Things[(first + after) % subject.Things.Length];
    }

    private string Fill(string line, Subject subject, string a, string b, string c) =>
        line.Replace("{a}", a)
            .Replace("{b}", b)
            .Replace("{c}", c)
            .Replace("{n}", $"{3 + Next(240)}")
            .Replace("{u}", Pick(subject.Units.Split(' ')))
            .Replace("{p}", Pick(subject.People.Split(',')));

    private string Pick(string[] from) => from[Next(from.Length)];

    private int Next(int below)
    {
        _state ^= _state << 13;
        _state ^= _state >> 17;
        _state ^= _state << 5;
        return (int)(_state % (uint)below);
    }

    private sealed record Subject(string Title, string[] Things, string Units, string People);
}
