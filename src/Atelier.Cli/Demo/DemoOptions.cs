using System.Text.Json;
using System.Text.Json.Nodes;

namespace Atelier.Cli.Demo;

/// <summary>What `./atelier demo` was asked for.</summary>
/// <param name="Server">Path of the server's assembly.</param>
/// <param name="Out">Folder that receives the files.</param>
/// <param name="Brief">The book to make, as the API takes it.</param>
internal sealed record DemoOptions(string Server, string Out, JsonObject Brief)
{
    public const string DefaultPrompt = "A shy labrador who wants to find the lost moon before bedtime";

    public static DemoOptions? Parse(IReadOnlyList<string> args, out string? wrong)
    {
        var values = new Dictionary<string, string>();
        for (var i = 0; i < args.Count; i += 2)
        {
            if (args[i] is not ("--out" or "--server" or "--prompt" or "--brief"))
                return Refuse(
                    $"there is no option '{args[i]}'; it takes --out DIR, --prompt \"...\" and --brief FILE",
                    out wrong
                );
            if (i + 1 == args.Count)
                return Refuse($"{args[i]} needs a value", out wrong);
            values[args[i]] = args[i + 1];
        }
        if (!values.TryGetValue("--out", out var folder))
            return Refuse("say where the files go: --out DIR", out wrong);
        if (!values.TryGetValue("--server", out var server) || !File.Exists(server))
            return Refuse("the server is not built", out wrong);
        if (values.ContainsKey("--prompt") && values.ContainsKey("--brief"))
            return Refuse("give --prompt or --brief, not both", out wrong);

        var brief = new JsonObject { ["prompt"] = values.GetValueOrDefault("--prompt", DefaultPrompt), ["seed"] = 7 };
        if (values.TryGetValue("--brief", out var file) && (brief = Read(file, out wrong)) is null)
            return null;
        wrong = null;
        return new DemoOptions(server, Path.GetFullPath(folder), brief);
    }

    private static JsonObject? Read(string file, out string? wrong)
    {
        wrong = null;
        try
        {
            if (JsonNode.Parse(File.ReadAllText(file)) is JsonObject brief)
                return brief;
            wrong = $"{file} is not a JSON object";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            wrong = $"cannot read the brief {file}: {e.Message}";
        }
        return null;
    }

    private static DemoOptions? Refuse(string reason, out string? wrong)
    {
        wrong = reason;
        return null;
    }
}
