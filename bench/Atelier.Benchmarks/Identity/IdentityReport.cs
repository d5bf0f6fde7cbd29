using System.Globalization;
using System.Text;

namespace Atelier.Benchmarks.Identity;

internal sealed record IdentityReport(
    Figures Bcrypt,
    Figures Logins,
    Figures Known,
    Figures Unknown,
    int People,
    Figures Me,
    IReadOnlyList<(int Workers, Figures Figures)> Peers
)
{
    public string ToMarkdown()
    {
        var text = new StringBuilder();
        var load = File.ReadAllText("/proc/loadavg").Split(' ')[0];
        text.AppendLine(
            CultureInfo.InvariantCulture,
            $"""
            # Identity

            `./atelier bench identity`, driver, studio, PostgreSQL and peer on one machine with {Environment.ProcessorCount} cores; load average at the
            end {load}, where {Environment.ProcessorCount} to 4 is the benchmark's own.

            ## Logins

            bcrypt at cost 12; the limit is the same check in a loop on every core, with nothing else.

            | | per second | median | p99 |
            |---|---|---|---|
            """
        );
        Row("bcrypt alone", Bcrypt);
        Row("`POST /auth/login`, 8 at once", Logins);
        text.AppendLine()
            .AppendLine(CultureInfo.InvariantCulture, $"Ratio: {Logins.PerSecond / Bcrypt.PerSecond:F2} (aim 0.90).");
        text.AppendLine(
            CultureInfo.InvariantCulture,
            $"""

            ## Does the time tell who has an account?

            A wrong password, 300 times each, by turns, one request at a time.

            | address | median | p99 |
            |---|---|---|
            | known | {Known.Median:F2} ms | {Known.P99:F2} ms |
            | unknown | {Unknown.Median:F2} ms | {Unknown.P99:F2} ms |

            The medians differ by {Math.Abs(Known.Median - Unknown.Median):F2} ms, {100
                * Math.Abs(Known.Median / Unknown.Median - 1):F2} % (aim: below 5 ms and 5 %).

            ## Who am I

            `GET /auth/me` by {People} people by turns, {Wrk.Connections} connections of wrk, 10 s after {IdentityBenchmark.WarmSeconds} s of warming up. The peer is
            `bench/identity/service.py`: FastAPI, uvicorn with uvloop, SQLAlchemy with asyncpg and PyJWT from Debian, the same rows of the
            same PostgreSQL, read at every request. Atelier is one process, and reads a person and their session once a second (ADR 0031).

            | | per second | median | p99 | Atelier is |
            |---|---|---|---|---|
            """
        );
        Row("Atelier", Me, " |");
        foreach (var (workers, figures) in Peers)
            Row(
                $"FastAPI, uvicorn with {workers} worker{(workers > 1 ? "s" : "")}",
                figures,
                FormattableString.Invariant($" {Me.PerSecond / figures.PerSecond:F1}x |")
            );
        return text.ToString();

        void Row(string name, Figures figures, string more = "") =>
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"| {name} | {figures.PerSecond:F1} | {figures.Median:F2} ms | {figures.P99:F2} ms |{more}"
            );
    }
}
