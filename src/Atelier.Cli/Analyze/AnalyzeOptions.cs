namespace Atelier.Cli.Analyze;

/// <summary>What `./atelier analyze` was asked for.</summary>
/// <param name="Out">The file that receives the analysis; null for standard output.</param>
internal sealed record AnalyzeOptions(string File, bool Json, string? Out)
{
    public static AnalyzeOptions? Parse(IReadOnlyList<string> args, out string? wrong)
    {
        string? file = null;
        string? target = null;
        var json = false;
        for (var i = 0; i < args.Count; i++)
        {
            switch (args[i])
            {
                case "--json":
                    json = true;
                    continue;
                case "--out" when i + 1 < args.Count:
                    target = args[++i];
                    continue;
                case "--out":
                    wrong = "--out needs a value";
                    return null;
            }
            if (args[i].StartsWith("--", StringComparison.Ordinal))
            {
                wrong = $"there is no option '{args[i]}'; it takes FILE, --json and --out FILE";
                return null;
            }
            if (file is not null)
            {
                wrong = "one file at a time";
                return null;
            }
            file = args[i];
        }
        wrong =
            file is null ? "say which file to read"
            : System.IO.File.Exists(file) ? null
            : $"there is no file {file}";
        return wrong is null ? new(file!, json, target) : null;
    }
}
