using Atelier.Platform.Processes;

namespace Atelier.Platform.Database.Postgres;

/// <summary>
/// Runs PostgreSQL's programs as somebody it accepts: it refuses to run as root, so root steps down to an account
/// that may do nothing else.
/// </summary>
internal sealed class PostgresAccount
{
    private static readonly string[] Candidates = ["postgres", "nobody"];

    private readonly string _folder;
    private readonly string? _owner;
    private readonly IReadOnlyList<string> _prefix;

    private PostgresAccount(string folder, string? owner = null, params IReadOnlyList<string> prefix) =>
        (_folder, _owner, _prefix) = (folder, owner, prefix);

    /// <summary>Gives the folder to that account. A folder that has an owner already keeps it.</summary>
    public static async Task<PostgresAccount> ForAsync(string folder, string programs, CancellationToken cancel)
    {
        if (!Environment.IsPrivilegedProcess)
            return new(folder);
        if (!OperatingSystem.IsLinux())
            throw new EmbeddedPostgresException(
                "Run the studio as an ordinary user: PostgreSQL refuses to run as root."
            );

        var owner = (await RunAsync("stat", ["-c", "%u:%g", folder], cancel)).OutputText.Trim();
        if (owner.StartsWith("0:", StringComparison.Ordinal))
        {
            owner = FindAccount();
            await RunAsync("chown", ["-R", owner, folder], cancel);
        }
        var ids = owner.Split(':');
        List<string> prefix = ["setpriv", $"--reuid={ids[0]}", $"--regid={ids[1]}", "--clear-groups"];
        // Below a folder closed to others, such as /root, the account must at least be able to pass through.
        if (!IsOpenToAll(folder) || !IsOpenToAll(programs))
            prefix.AddRange(["--inh-caps=+dac_read_search", "--ambient-caps=+dac_read_search"]);
        return new(folder, owner, [.. prefix, "--"]);
    }

    public async Task<ChildProcessResult> RunAsync(
        string program,
        IReadOnlyList<string> arguments,
        CancellationToken cancel,
        string input = ""
    )
    {
        string[] line = [.. _prefix, program, .. arguments];
        var result = await ChildProcess.RunAsync(
            new(line[0], line[1..])
            {
                Timeout = TimeSpan.FromSeconds(90),
                MemoryBytes = null, // a server started from here keeps its limits for life
                WorkingFolder = _folder,
                Input = System.Text.Encoding.UTF8.GetBytes(input),
                Environment = new Dictionary<string, string> { ["PGDATA"] = Path.Combine(_folder, "data") },
            },
            cancel
        );
        if (result.End is ChildProcessEnd.ToolMissing || result.Errors.StartsWith("setpriv:", StringComparison.Ordinal))
            throw new EmbeddedPostgresException(
                $"PostgreSQL refuses to run as root, and stepping down to another account failed: {result.Failure} "
                    + "Run the studio as an ordinary user, or keep its data in a folder that others may pass through."
            );
        return result;
    }

    public async Task GiveAsync(string file, CancellationToken cancel)
    {
        if (_owner is not null)
            await RunAsync("chown", [_owner, file], cancel);
    }

    private static string FindAccount()
    {
        var accounts = File.ReadLines("/etc/passwd").Select(line => line.Split(':')).Where(f => f.Length > 3).ToList();
        var found = Candidates
            .Select(name => accounts.Find(fields => fields[0] == name))
            .FirstOrDefault(f => f != null);
        return found is null
            ? throw new EmbeddedPostgresException(
                "PostgreSQL refuses to run as root, and there is no account 'postgres' or 'nobody' to run it."
            )
            : $"{found[2]}:{found[3]}";
    }

    private static bool IsOpenToAll(string path)
    {
        for (var folder = Directory.GetParent(path); folder is not null; folder = folder.Parent)
            if (!folder.UnixFileMode.HasFlag(UnixFileMode.OtherExecute))
                return false;
        return true;
    }

    private static async Task<ChildProcessResult> RunAsync(string tool, string[] arguments, CancellationToken cancel) =>
        (await ChildProcess.RunAsync(new(tool, arguments), cancel)).EnsureSucceeded();
}
