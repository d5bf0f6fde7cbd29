using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Atelier.Platform.Processes;
using Npgsql;

namespace Atelier.Platform.Database.Postgres;

/// <summary>Where the studio's own PostgreSQL lives, and whether it must survive a power cut.</summary>
internal sealed record EmbeddedPostgresOptions(string PacksFolder, string Folder, bool Durable = true);

/// <summary>
/// The studio's own PostgreSQL: its programs come from the packs, its files lie in one folder, and it listens on a
/// free local port with a random password. Only one process at a time may hold the folder.
/// </summary>
internal sealed class EmbeddedPostgres : IAsyncDisposable
{
    private const string Name = "atelier";
    private const int Attempts = 5;

    private readonly EmbeddedPostgresOptions _options;
    private readonly FileStream _hold;
    private readonly PostgresBinaries _binaries;
    private readonly PostgresAccount _account;
    private int _port;

    private EmbeddedPostgres(
        EmbeddedPostgresOptions options,
        FileStream hold,
        PostgresBinaries binaries,
        PostgresAccount account
    ) => (_options, _hold, _binaries, _account) = (options, hold, binaries, account);

    public string ConnectionString { get; private set; } = "";

    private string Data => Path.Combine(_options.Folder, "data");
    private string PasswordFile => Path.Combine(_options.Folder, "password");
    private string LogFile => Path.Combine(_options.Folder, "server.log");

    /// <exception cref="EmbeddedPostgresException">The server cannot start; the message says why.</exception>
    public static async Task<EmbeddedPostgres> StartAsync(EmbeddedPostgresOptions options, CancellationToken cancel)
    {
        options = options with { Folder = Path.GetFullPath(options.Folder) };
        var hold = Hold(options.Folder);
        try
        {
            var binaries = PostgresBinaries.Prepare(options.PacksFolder, options.Folder);
            var account = await PostgresAccount.ForAsync(options.Folder, binaries.Server, cancel);
            var postgres = new EmbeddedPostgres(options, hold, binaries, account);
            await postgres.StartAsync(cancel);
            return postgres;
        }
        catch (Exception e)
        {
            await hold.DisposeAsync();
            if (e is UnauthorizedAccessException)
                throw new EmbeddedPostgresException(
                    $"The data folder {options.Folder} belongs to another account. Start the studio as its owner.",
                    e
                );
            throw;
        }
    }

    /// <summary>Finds the server that a running studio holds.</summary>
    /// <returns>Null when none is running.</returns>
    public static async Task<string?> FindRunningAsync(string folder, CancellationToken cancel)
    {
        var data = Path.Combine(Path.GetFullPath(folder), "data");
        if (!PostmasterPid.IsRunning(data) || IsFree(folder))
            return null;
        var port =
            PostmasterPid.PortOf(data)
            ?? throw new EmbeddedPostgresException("The studio's database is just starting. Please try again.");
        return Describe(port, (await File.ReadAllTextAsync(Path.Combine(folder, "password"), cancel)).Trim());
    }

    /// <summary>Starts a server that died again, at the same address.</summary>
    /// <returns>False when there was nothing to do.</returns>
    public async Task<bool> ReviveAsync(CancellationToken cancel)
    {
        if (PostmasterPid.IsRunning(Data))
            return false;
        Require(await LaunchAsync(_port, cancel), "start the database again");
        return true;
    }

    public async ValueTask DisposeAsync()
    {
        var mode = _options.Durable ? "fast" : "immediate";
        var stopped = await ControlAsync(["stop", $"--mode={mode}", "--timeout=20"], CancellationToken.None);
        if (!stopped.Succeeded && PostmasterPid.IsRunning(Data))
            await ControlAsync(["stop", "--mode=immediate", "--timeout=5"], CancellationToken.None);
        await _hold.DisposeAsync();
    }

    /// <summary>Lets go of the folder and leaves the server running, as a killed studio does.</summary>
    internal void Abandon() => _hold.Dispose();

    /// <summary>Whether no studio holds the folder: a killed one leaves its server running.</summary>
    private static bool IsFree(string folder)
    {
        try
        {
            using var hold = new FileStream(
                $"{Path.GetFullPath(folder)}.lock",
                FileMode.Open,
                FileAccess.ReadWrite,
                FileShare.None
            );
            return true;
        }
        catch (FileNotFoundException)
        {
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <summary>A lock the kernel drops with the process, however that ends.</summary>
    private static FileStream Hold(string folder)
    {
        try
        {
            if (OperatingSystem.IsWindows())
                throw new EmbeddedPostgresException("Name a PostgreSQL server in ATELIER_DATABASE to run on Windows.");
            Directory.CreateDirectory(
                folder,
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
            );
            return new FileStream($"{folder}.lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new EmbeddedPostgresException($"The data folder {folder} is not writable for this account.", e);
        }
        catch (IOException e)
        {
            throw new EmbeddedPostgresException(
                $"Another studio is using the database in {folder}. Stop it, or choose another data folder with --data.",
                e
            );
        }
    }

    private async Task StartAsync(CancellationToken cancel)
    {
        // A studio that was killed leaves its database running; it is told to finish and started anew.
        if (PostmasterPid.IsRunning(Data))
            Require(
                await ControlAsync(["stop", "--mode=fast", "--timeout=60"], cancel),
                "stop the database left behind"
            );
        if (Directory.Exists(Data))
            await CheckVersionAsync(cancel);
        else
            await CreateAsync(cancel);

        for (var attempt = 1; ; attempt++)
        {
            var port = FreePort();
            var logged = File.Exists(LogFile) ? new FileInfo(LogFile).Length : 0;
            var started = await LaunchAsync(port, cancel);
            if (started.Succeeded)
            {
                _port = port;
                ConnectionString = Describe(port, (await File.ReadAllTextAsync(PasswordFile, cancel)).Trim());
                return;
            }
            var reason = await ReadLogAsync(logged, cancel);
            var mayPass =
                reason.Contains("could not bind", StringComparison.Ordinal) // somebody took the port in between
                || reason.Contains("shared memory block", StringComparison.Ordinal); // a killed server's last children
            if (!mayPass || attempt == Attempts)
                throw new EmbeddedPostgresException(
                    $"PostgreSQL did not start. {started.Errors.Trim()}\n{reason.Trim()}"
                );
            await Task.Delay(TimeSpan.FromMilliseconds(200 * attempt), cancel);
        }
    }

    /// <summary>Made beside its final place and moved there when complete, so a kill leaves no half of a database.</summary>
    private async Task CreateAsync(CancellationToken cancel)
    {
        var draft = Path.Combine(_options.Folder, "data.new");
        if (Directory.Exists(draft))
            Directory.Delete(draft, recursive: true);
        await File.WriteAllTextAsync(PasswordFile, RandomNumberGenerator.GetHexString(48, lowercase: true), cancel);
        File.SetUnixFileMode(PasswordFile, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        await _account.GiveAsync(PasswordFile, cancel);

        // The builtin locale sorts alike on every machine.
        string[] arguments =
        [
            "--pgdata=data.new",
            $"--username={Name}",
            "--pwfile=password",
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--no-locale",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8",
            .. _options.Durable ? (string[])[] : ["--no-sync"],
        ];
        Require(await _account.RunAsync(_binaries.InitDb, arguments, cancel), "create the database");
        Require(
            await _account.RunAsync(
                _binaries.Server,
                ["--single", "-D", "data.new", "postgres"],
                cancel,
                $"CREATE DATABASE {Name};\n"
            ),
            "create the database"
        );
        Directory.Move(draft, Data);
    }

    private async Task CheckVersionAsync(CancellationToken cancel)
    {
        var file = Path.Combine(Data, "PG_VERSION");
        var found = File.Exists(file) ? (await File.ReadAllTextAsync(file, cancel)).Trim() : "an unknown version";
        var version = Require(await _account.RunAsync(_binaries.Server, ["--version"], cancel), "run PostgreSQL");
        var major = version.OutputText.Split(' ')[2].Split('.')[0];
        if (found != major)
            throw new EmbeddedPostgresException(
                $"The database in {_options.Folder} was made by PostgreSQL {found}, and this studio brings {major}. "
                    + $"Dump it with the version that made it and load it into a fresh data folder."
            );
    }

    private string Settings(int port) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c timezone=UTC -c jit=off"
        )
        + " -c max_connections=200 -c shared_buffers=64MB -c log_checkpoints=off -c log_timezone=UTC"
        + (_options.Durable ? "" : " -c fsync=off -c synchronous_commit=off -c full_page_writes=off");

    private Task<ChildProcessResult> LaunchAsync(int port, CancellationToken cancel) =>
        ControlAsync(["start", "-l", "server.log", "-o", Settings(port)], cancel);

    private Task<ChildProcessResult> ControlAsync(string[] arguments, CancellationToken cancel) =>
        _account.RunAsync(_binaries.PgCtl, [.. arguments, "--wait", "--silent"], cancel);

    private static ChildProcessResult Require(ChildProcessResult result, string purpose) =>
        result.Succeeded ? result : throw new EmbeddedPostgresException($"Could not {purpose}. {result.Failure}");

    private async Task<string> ReadLogAsync(long from, CancellationToken cancel)
    {
        if (!File.Exists(LogFile))
            return "";
        await using var log = File.Open(LogFile, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        log.Position = Math.Min(from, log.Length);
        using var reader = new StreamReader(log);
        return await reader.ReadToEndAsync(cancel);
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private static string Describe(int port, string password) =>
        new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1",
            Port = port,
            Username = Name,
            Password = password,
            Database = Name,
            SslMode = SslMode.Disable,
            GssEncryptionMode = GssEncryptionMode.Disable,
        }.ConnectionString;
}
