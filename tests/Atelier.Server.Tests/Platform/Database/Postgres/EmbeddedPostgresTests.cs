using System.Diagnostics;
using System.Globalization;
using Atelier.Platform.Database.Postgres;
using Atelier.Testing;
using Npgsql;

namespace Atelier.Platform.Database.Postgres;

public sealed class EmbeddedPostgresTests : IDisposable
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("atelier-postgres-test-");

    public void Dispose() => _data.Delete(recursive: true);

    [Fact]
    public async Task A_row_survives_a_clean_stop_and_the_next_start()
    {
        await using (var first = await StartAsync())
            await ExecuteAsync(first, "CREATE TABLE note(body text); INSERT INTO note VALUES ('kept')");

        await using var second = await StartAsync();

        Assert.Equal("kept", await ExecuteAsync(second, "SELECT body FROM note"));
    }

    [Fact]
    public async Task A_second_server_on_the_same_folder_is_refused_by_name()
    {
        await using var first = await StartAsync();

        var refused = await Assert.ThrowsAsync<EmbeddedPostgresException>(StartAsync);

        Assert.Contains("Another studio is using the database", refused.Message, StringComparison.Ordinal);
        Assert.Equal(1, await ExecuteAsync(first, "SELECT 1"));
    }

    [Fact]
    public async Task A_killed_database_recovers_its_committed_rows()
    {
        var first = await StartAsync();
        await ExecuteAsync(first, "CREATE TABLE note(body text); INSERT INTO note VALUES ('kept')");
        using (var postmaster = Process.GetProcessById(PostmasterId()))
        {
            postmaster.Kill();
            await postmaster.WaitForExitAsync(Cancel);
        }
        await first.DisposeAsync();

        await using var second = await StartAsync();

        Assert.Equal("kept", await ExecuteAsync(second, "SELECT body FROM note"));
    }

    [Fact]
    public async Task A_database_killed_under_a_running_studio_comes_back_at_the_same_address()
    {
        await using var postgres = await StartAsync();
        await ExecuteAsync(postgres, "CREATE TABLE note(body text); INSERT INTO note VALUES ('kept')");
        Assert.False(await postgres.ReviveAsync(Cancel));
        using (var postmaster = Process.GetProcessById(PostmasterId()))
        {
            postmaster.Kill();
            await postmaster.WaitForExitAsync(Cancel);
        }

        Assert.True(await postgres.ReviveAsync(Cancel));

        Assert.Equal("kept", await ExecuteAsync(postgres, "SELECT body FROM note"));
    }

    [Fact]
    public async Task A_database_left_running_by_a_killed_studio_is_taken_over()
    {
        var first = await StartAsync();
        await ExecuteAsync(first, "CREATE TABLE note(body text); INSERT INTO note VALUES ('kept')");
        var orphan = PostmasterId();
        first.Abandon();

        await using var second = await StartAsync();

        Assert.NotEqual(orphan, PostmasterId());
        Assert.Equal("kept", await ExecuteAsync(second, "SELECT body FROM note"));
    }

    [Fact]
    public async Task A_stale_process_file_naming_a_strangers_process_does_not_stop_the_start()
    {
        await (await StartAsync()).DisposeAsync();
        await File.WriteAllTextAsync(
            Path.Combine(_data.FullName, "postgres", "data", "postmaster.pid"),
            Environment.ProcessId.ToString(CultureInfo.InvariantCulture) + "\n",
            Cancel
        );

        await using var second = await StartAsync();

        Assert.Equal(1, await ExecuteAsync(second, "SELECT 1"));
    }

    [Fact]
    public async Task A_folder_of_another_major_version_is_named_and_left_alone()
    {
        await (await StartAsync()).DisposeAsync();
        await File.WriteAllTextAsync(Path.Combine(_data.FullName, "postgres", "data", "PG_VERSION"), "15\n", Cancel);

        var refused = await Assert.ThrowsAsync<EmbeddedPostgresException>(StartAsync);

        Assert.Contains("made by PostgreSQL 15, and this studio brings 18", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_creation_that_was_cut_short_is_begun_again()
    {
        Directory.CreateDirectory(Path.Combine(_data.FullName, "postgres", "data.new", "base"));

        await using var postgres = await StartAsync();

        Assert.Equal(1, await ExecuteAsync(postgres, "SELECT 1"));
    }

    [Fact]
    public async Task Missing_packs_are_named_with_the_way_out()
    {
        var refused = await Assert.ThrowsAsync<EmbeddedPostgresException>(() =>
            EmbeddedPostgres.StartAsync(new(_data.FullName, Path.Combine(_data.FullName, "postgres")), Cancel)
        );

        Assert.Contains("Run ./atelier up", refused.Message, StringComparison.Ordinal);
    }

    private Task<EmbeddedPostgres> StartAsync() =>
        EmbeddedPostgres.StartAsync(new(RepositoryRoot.Packs, Path.Combine(_data.FullName, "postgres")), Cancel);

    private int PostmasterId() =>
        int.Parse(
            File.ReadLines(Path.Combine(_data.FullName, "postgres", "data", "postmaster.pid")).First(),
            CultureInfo.InvariantCulture
        );

    private static async Task<object?> ExecuteAsync(EmbeddedPostgres postgres, string sql)
    {
        await using var source = NpgsqlDataSource.Create(postgres.ConnectionString);
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync(Cancel);
    }
}
