namespace Atelier.Identity.Operators;

/// <summary>What stands behind <c>./atelier user</c>.</summary>
/// <param name="Words">The verb and what it is about: <c>import people.csv</c>.</param>
/// <param name="Own">The options of the verb, without their hyphens.</param>
/// <param name="Studio">All other options: they say which studio, such as <c>--data</c>.</param>
internal sealed record UserCommandLine(
    IReadOnlyList<string> Words,
    IReadOnlyDictionary<string, string> Own,
    string[] Studio
)
{
    public const string Usage = """
        atelier user create --email E [--role admin|moderator|user] [--name N]   prints a one-time password
        atelier user list [--search PART]
        atelier user role --email E --role admin|moderator|user
        atelier user disable --email E          ends the sessions
        atelier user enable --email E
        atelier user reset --email E            ends the sessions and prints a one-time password
        atelier user import FILE.csv            email,name,role,hash; hashes are bcrypt: $2a$ $2b$ $2y$
        atelier user audit verify               finds out whether the audit trail was tampered with
        All take --data DIR. They work while the studio runs and while it does not.
        """;

    private static readonly string[] Names = ["email", "role", "name", "search"];

    public string? this[string option] => Own.GetValueOrDefault(option);

    public static UserCommandLine Parse(IEnumerable<string> arguments)
    {
        var (words, own, studio) = (new List<string>(), new Dictionary<string, string>(), new List<string>());
        var left = new Queue<string>(arguments);
        while (left.TryDequeue(out var argument))
        {
            if (!argument.StartsWith("--", StringComparison.Ordinal))
            {
                words.Add(argument);
                continue;
            }
            var (name, value) = argument[2..].Split('=', 2) is [var before, var after]
                ? (before, after)
                : (argument[2..], left.TryDequeue(out var next) ? next : "");
            if (Names.Contains(name))
                own[name] = value;
            else
                studio.Add($"--{name}={value}");
        }
        return new(words, own, [.. studio]);
    }
}
