using Atelier.Drawing.Art;

namespace Atelier.Drawing.Characters;

/// <summary>Gives each of a cast a look and a marker that no other of them has.</summary>
internal static class Casting
{
    private static readonly string[] MarkerColours =
    [
        "#e5484d",
        "#2f7de1",
        "#f4b400",
        "#8e4ec6",
        "#12a594",
        "#ef6c9c",
        "#f97316",
        "#4c6ef5",
    ];

    private static readonly string[] Tops =
    [
        "#e5646b",
        "#3f8fd6",
        "#f2b134",
        "#5fb36a",
        "#a274cf",
        "#f08a4b",
        "#35a7a0",
        "#e77fb0",
    ];

    private static readonly string[] Bottoms = ["#3f5a8a", "#7a5a48", "#4f5666", "#5d7a4c", "#7d4b6f"];

    private static readonly string[] Hairs = ["#2b2226", "#4a2f27", "#7a4a2b", "#a85a2a", "#e0a83e", "#c8502e"];

    public static CharacterSheet Sheet(IReadOnlyList<CharacterBrief> briefs, Seed seed, Func<string, Depiction> depict)
    {
        var looks = new List<CharacterLook>(briefs.Count);
        var markers = Shuffled(Enum.GetValues<MarkerKind>(), seed.For("markers"));
        foreach (var brief in briefs)
        {
            var (key, note) = Roster.Resolve(brief.Noun, depict);
            var chance = seed.For(brief.Id);
            var kind = Roster.Find(key);
            var twins = looks.Count(other => other.Kind == key);
            var look = new CharacterLook(
                brief.Id,
                brief.Name,
                brief.Noun,
                key,
                LookColours.IsVivid(kind) ? (chance.For("coat").Below(5) + twins) % 5 : twins % 5,
                Math.Round(new[] { 1, 0.86, 1.1, 0.94 }[twins % 4], 2),
                "",
                "",
                "",
                "",
                new Marker(default, "#000000"),
                note
            );
            if (kind is { Costume: { } costume })
                look = Dress(look, costume, kind, looks, chance);
            looks.Add(look with { Marker = MarkerFor(look, kind, looks, markers, chance.For("marker")) });
        }
        return new CharacterSheet(looks);
    }

    private static CharacterLook Dress(
        CharacterLook look,
        Costume costume,
        Kind kind,
        List<CharacterLook> others,
        Seed chance
    )
    {
        var skins = Shuffled(PeopleKinds.Skins, chance.For("skin"));
        var old = kind.Key is "grandmother" or "grandfather" or "wizard" or "santa" or "inventor";
        // Fair and red hair stay with the lighter tones, as in the art pack.
        var hairs = Hairs[
            ..(
                skins[0] is "dark" or "medium-dark" ? 2
                : skins[0] == "medium" ? 3
                : 6
            )
        ];
        var tops = Shuffled(Tops, chance.For("top"));
        return look with
        {
            Skin = skins[0],
            Hair = old ? "" : chance.For("hair").Pick(hairs),
            Top = costume.Top ?? tops.FirstOrDefault(top => others.All(other => other.Top != top), tops[0]),
            Bottom = costume.Bottom ?? chance.For("bottom").Pick(Bottoms),
        };
    }

    private static Marker MarkerFor(
        CharacterLook look,
        Kind? kind,
        List<CharacterLook> others,
        MarkerKind[] order,
        Seed chance
    )
    {
        var suited = order.Where(marker => Suits(marker, kind)).ToArray();
        var used = others.Select(other => other.Marker).ToArray();
        var shape = suited.FirstOrDefault(marker => used.All(other => other.Kind != marker), suited[0]);
        var against =
            kind is null ? "#9aa0a6"
            : look.Top.Length > 0 ? look.Top
            : new LookColours(kind, look).Fur;
        var belly = kind is null || look.Top.Length > 0 ? against : new LookColours(kind, look).Belly;
        var colours = Shuffled(MarkerColours, chance);
        var fresh = colours
            .Where(colour => used.All(other => other.Colour != colour))
            .DefaultIfEmpty(colours[others.Count % colours.Length]);
        var clear = fresh
            .OrderBy(colour => Tint.Distance(colour, against) > 0.42 && Tint.Distance(colour, belly) > 0.3 ? 0 : 1)
            .ThenByDescending(colour => Tint.Distance(colour, against) > 0.3)
            .First();
        var taken = used.Any(other => other.Kind == shape && other.Colour == clear);
        return new Marker(shape, taken ? Tint.Turn(clear, 25 + 11 * others.Count, 0.9, 0.85) : clear);
    }

    private static bool Suits(MarkerKind marker, Kind? kind)
    {
        if (kind is null) // one drawing: only what sits on its head
            return marker is MarkerKind.Bow or MarkerKind.Flower or MarkerKind.PartyHat or MarkerKind.Beanie;
        var onTop = marker is MarkerKind.Bow or MarkerKind.Flower or MarkerKind.PartyHat or MarkerKind.Beanie;
        if (kind.Costume is { } costume)
            return !(onTop && costume.Headgear != Headgear.None)
                && !(marker == MarkerKind.Glasses && (costume.Glasses || costume.Headgear == Headgear.KnightHelmet))
                && !(marker == MarkerKind.Cape && (costume.Cape || costume.Garment == Garment.FishTail))
                && !(marker is MarkerKind.Scarf or MarkerKind.BowTie or MarkerKind.Bandana && costume.Beard)
                && !(marker == MarkerKind.Backpack && costume.Cape)
                && !(onTop && kind.Key == "santa");
        return !(kind.Wings == WingShape.Dragon && marker is MarkerKind.Cape or MarkerKind.Backpack)
            && !(kind.Head.Profile && marker is MarkerKind.Glasses or MarkerKind.Beanie or MarkerKind.PartyHat)
            && !(kind.Key is "frog" or "alien" or "robot" or "jack" or "clown" && marker is MarkerKind.Glasses);
    }

    private static T[] Shuffled<T>(IReadOnlyList<T> items, Seed seed)
    {
        var all = items.ToArray();
        for (var i = all.Length - 1; i > 0; i--)
        {
            var j = seed.Below(i + 1);
            (all[i], all[j]) = (all[j], all[i]);
        }
        return all;
    }
}
