using Atelier.Drawing;
using Atelier.Videos.Storyboards;

namespace Atelier.Videos.Scripts;

/// <summary>The words that decide what a film shows: what somebody does, the hour, the weather, how a thing moves.</summary>
internal static class FilmWords
{
    private static readonly Dictionary<string, ActorAction> Verbs = Read<ActorAction>(
        """
        Walk: walk stroll wander explore travel march hike search seek visit cross follow leave arrive go come return climb step move roam journey enter
        Run: run race chase rush hurry gallop flee escape sprint dash charge
        Jump: jump hop leap bounce skip
        Sit: sit rest wait meditate read write study
        Sleep: sleep nap doze dream snore
        Fly: fly soar glide hover float flutter swoop
        Swim: swim dive snorkel surf
        Talk: talk speak say tell ask sing shout whisper argue chat laugh teach explain announce discover find learn help meet
        Wave: wave greet cheer celebrate win
        Hug: hug kiss embrace cuddle
        Dance: dance twirl spin party juggle
        Hide: hide sneak lurk
        Stand: stand cook bake eat drink paint draw watch sew play plant look stare guard live stay build carry hold grow lose lost want need try love like see fight protect save rescue make open give bring take
        """
    );

    private static readonly Dictionary<string, TimeOfDay> Hours = Read<TimeOfDay>(
        """
        Morning: morning dawn sunrise daybreak breakfast early
        Day: day noon midday afternoon daytime sunny
        Evening: evening dusk sunset twilight golden
        Night: night midnight moonlight moonlit stars starry dark nighttime neon bedtime cyberpunk
        """
    );

    private static readonly Dictionary<string, Weather> Skies = Read<Weather>(
        """
        Rain: rain rainy raining storm stormy thunderstorm drizzle
        Snow: snow snowy snowing blizzard snowfall winter
        Fog: fog foggy mist misty haze
        Cloudy: cloudy overcast clouds grey gray
        """
    );

    private static readonly Dictionary<string, Travel> Ways = Read<Travel>(
        """
        Fly: flying soaring gliding hovering floating
        Drive: driving racing speeding rolling
        Sail: sailing swimming drifting
        Rise: rising
        Fall: falling
        """
    );

    // What is on its way wherever it is seen.
    private static readonly Dictionary<string, Travel> Vehicles = Read<Travel>(
        """
        Drive: car cars taxi taxis bus buses truck trucks train trains tram trams motorcycle motorcycles bicycle bicycles tractor ambulance
        Fly: plane planes airplane airplanes aeroplane helicopter helicopters ufo ufos drone drones bird birds bat bats butterfly butterflies bee bees spaceship spaceships rocket rockets comet comets seagull seagulls eagle eagles
        Sail: boat boats ship ships sailboat sailboats canoe fish fishes whale whales dolphin dolphins shark sharks
        Rise: balloon balloons bubble bubbles lantern lanterns
        Fall: leaf leaves petal petals confetti meteor meteors
        """
    );

    private static readonly Dictionary<string, MusicMood> Moods = Read<MusicMood>(
        """
        Adventurous: adventure adventurous dragon pirate knight race chase battle hero quest explore journey rescue rocket storm
        Mysterious: mystery mysterious ghost haunted secret strange fog cyberpunk futuristic alien magic ancient
        Sad: sad lonely lost goodbye farewell cry crying tears
        Playful: funny playful party birthday silly circus clown dance puppy kitten game
        Calm: calm peaceful quiet sleep gentle slow relax bedtime meditation lullaby night
        Bright: happy sunny summer spring joy celebration holiday
        """
    );

    private static readonly HashSet<string> Function = new(
        (
            "a an the this that these those my your his her its our their some any every each all both no not and or but "
            + "nor so yet for of in on at by to from with without into onto over under above below between among through across "
            + "along around behind before after during until while when where who whom whose which what why how as than then "
            + "there here is are was were be been being am do does did has have had will would can could shall should may might "
            + "must i you he she it we they me him them us one two three four five six several many few much more most other "
            + "another such very too also just only again still up down out off away back near next past against about if because "
            + "first last once upon video film movie clip shot scene animation cinematic showing shows show make create please"
        ).Split(' '),
        StringComparer.Ordinal
    );

    private static readonly Dictionary<string, int> Numbers = new(StringComparer.Ordinal)
    {
        ["two"] = 2,
        ["both"] = 2,
        ["three"] = 3,
        ["four"] = 4,
        ["several"] = 3,
        ["some"] = 3,
        ["many"] = 5,
        ["five"] = 5,
        ["six"] = 6,
    };

    public static bool IsFunction(string word) => Function.Contains(word);

    public static int? NumberOf(string word) => Numbers.TryGetValue(word, out var number) ? number : null;

    public static ActorAction? ActionOf(string word) =>
        Stems(word)
            .Select(stem => Verbs.TryGetValue(stem, out var action) ? action : (ActorAction?)null)
            .FirstOrDefault(a => a is not null);

    public static TimeOfDay? HourOf(string word) => Hours.TryGetValue(word, out var hour) ? hour : null;

    public static Weather? SkyOf(string word) => Skies.TryGetValue(word, out var sky) ? sky : null;

    public static Travel? WayOf(string word) => Ways.TryGetValue(word, out var way) ? way : null;

    public static Travel? VehicleWay(string word) => Vehicles.TryGetValue(word, out var way) ? way : null;

    public static MusicMood? MoodOf(string word) =>
        Stems(word)
            .Select(stem => Moods.TryGetValue(stem, out var mood) ? mood : (MusicMood?)null)
            .FirstOrDefault(m => m is not null);

    /// <summary>The word itself, and what it may be a form of: "runs", "running", "hopped", "dancing".</summary>
    private static IEnumerable<string> Stems(string word)
    {
        yield return word;
        foreach (var ending in (string[])["s", "es", "ed", "d", "ing"])
        {
            if (word.Length < ending.Length + 3 || !word.EndsWith(ending, StringComparison.Ordinal))
                continue;
            var stem = word[..^ending.Length];
            yield return stem;
            if (ending is "ing" or "ed")
            {
                yield return stem + "e";
                if (stem[^1] == stem[^2])
                    yield return stem[..^1];
            }
            if (ending is "es" or "ed" && stem[^1] == 'i')
                yield return stem[..^1] + "y";
        }
    }

    private static Dictionary<string, T> Read<T>(string table)
        where T : struct, Enum
    {
        var words = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var line in table.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            foreach (var word in line[(colon + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries))
                words.TryAdd(word, Enum.Parse<T>(line[..colon]));
        }
        return words;
    }
}
