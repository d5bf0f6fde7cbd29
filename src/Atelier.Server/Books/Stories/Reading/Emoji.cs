namespace Atelier.Books.Stories.Reading;

/// <summary>Spells common picture characters as words, so a prompt of nothing but emoji still says something.</summary>
internal static class Emoji
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["🐉"] = "dragon", ["🐲"] = "dragon", ["🦕"] = "dinosaur", ["🦖"] = "dinosaur", ["🐶"] = "dog", ["🐕"] = "dog", ["🐱"] = "cat", ["🐈"] = "cat",
        ["🐭"] = "mouse", ["🐹"] = "hamster", ["🐰"] = "rabbit", ["🐇"] = "rabbit", ["🦊"] = "fox", ["🐻"] = "bear", ["🐼"] = "panda", ["🐯"] = "tiger",
        ["🦁"] = "lion", ["🐮"] = "cow", ["🐷"] = "pig", ["🐸"] = "frog", ["🐵"] = "monkey", ["🐔"] = "hen", ["🐧"] = "penguin", ["🐦"] = "bird",
        ["🦉"] = "owl", ["🦆"] = "duck", ["🐺"] = "wolf", ["🐴"] = "horse", ["🦄"] = "unicorn", ["🐝"] = "bee", ["🐛"] = "caterpillar", ["🦋"] = "butterfly",
        ["🐌"] = "snail", ["🐞"] = "ladybug", ["🐢"] = "turtle", ["🐍"] = "snake", ["🦎"] = "lizard", ["🐙"] = "octopus", ["🦀"] = "crab", ["🐠"] = "fish",
        ["🐟"] = "fish", ["🐬"] = "dolphin", ["🐳"] = "whale", ["🐋"] = "whale", ["🦈"] = "shark", ["🐘"] = "elephant", ["🦒"] = "giraffe", ["🐫"] = "camel",
        ["🐑"] = "sheep", ["🐐"] = "goat", ["🦔"] = "hedgehog", ["🐿"] = "squirrel", ["🤖"] = "robot", ["👽"] = "alien", ["👻"] = "ghost", ["👸"] = "princess",
        ["🤴"] = "prince", ["👧"] = "girl", ["👦"] = "boy", ["🧒"] = "child", ["👩‍🚀"] = "astronaut", ["🧑‍🚀"] = "astronaut", ["🧙"] = "wizard", ["🧚"] = "fairy",
        ["🧜"] = "mermaid", ["🏴‍☠️"] = "pirate", ["⛄"] = "snowman", ["☃"] = "snowman", ["🚀"] = "rocket", ["🚂"] = "train", ["🚜"] = "tractor",
        ["🌙"] = "moon", ["🌛"] = "moon", ["🌕"] = "moon", ["⭐"] = "star", ["🌟"] = "star", ["☀"] = "sun", ["🌈"] = "rainbow", ["🏰"] = "castle",
        ["🌊"] = "sea", ["🏝"] = "beach", ["🏖"] = "beach", ["🌲"] = "forest", ["🌳"] = "forest", ["🏔"] = "mountains", ["🏜"] = "desert", ["🏙"] = "city",
        ["🎩"] = "hat", ["🎈"] = "balloon", ["🎂"] = "cake", ["🍪"] = "cookies", ["🍎"] = "apple", ["🔑"] = "key", ["💎"] = "gem", ["🪁"] = "kite",
        ["🛌"] = "sleep", ["😴"] = "sleepy", ["🏠"] = "home", ["🏁"] = "race", ["🏆"] = "contest", ["🔍"] = "detective",
    };

    public static string Spell(string text)
    {
        // Longer sequences first: an astronaut is a woman, a joiner and a rocket.
        foreach (var (emoji, name) in Names.OrderByDescending(n => n.Key.Length).ThenBy(n => n.Key, StringComparer.Ordinal))
            text = text.Replace(emoji, $" {name} ", StringComparison.Ordinal);
        return text;
    }
}
