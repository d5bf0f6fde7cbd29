using System.Globalization;

namespace Atelier.Benchmarks.Realtime;

/// <summary>What the command line asks for: <c>realtime [SOCKETS] [--rounds N] [--only name,name]</c>.</summary>
/// <param name="Parts">Of <see cref="AllParts"/>.</param>
internal sealed record RealtimePlan(int Sockets, int Rounds, IReadOnlyList<string> Parts)
{
    private static readonly string[] AllParts = ["rates", "idle", "frozen", "killed"];

    public static RealtimePlan Parse(string[] arguments)
    {
        var (sockets, rounds) = (1000, 3);
        var parts = AllParts;
        for (var i = 0; i < arguments.Length; i++)
            switch (arguments[i])
            {
                case "--rounds":
                    rounds = Number(arguments[++i]);
                    break;
                case "--only":
                    parts = [.. AllParts.Intersect(arguments[++i].Split(','))];
                    break;
                default:
                    sockets = Number(arguments[i]);
                    break;
            }
        return new(sockets, rounds, parts);
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
