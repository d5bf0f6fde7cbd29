using Atelier.Testing.Database;
using Microsoft.Extensions.Logging.Abstractions;

namespace Atelier.Platform.Database;

public sealed class MigratorTests : IAsyncLifetime
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private static readonly (string, string) First = (
        "001_shelf.sql",
        "create table shelf(id int); insert into shelf values (1)"
    );
    private static readonly (string, string) Second = ("002_shelf.sql", "insert into shelf values (2)");

    private TestDatabase _database = null!;

    public async ValueTask InitializeAsync() => _database = await TestDatabase.CreateAsync();

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Files_run_once_in_the_order_of_their_numbers()
    {
        await Migrator(Second, First).RunAsync(Cancel);
        await Migrator(First, Second).RunAsync(Cancel);

        Assert.Equal(3L, await ScalarAsync("select sum(id) from shelf"));
        Assert.Equal(0, await Migrator(First, Second).CountPendingAsync(Cancel));
    }

    [Fact]
    public async Task Four_nodes_starting_at_once_migrate_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Migrator(First).RunAsync(Cancel))));

        Assert.Equal(1L, await ScalarAsync("select count(*) from shelf"));
    }

    [Fact]
    public async Task An_edited_file_that_has_run_stops_the_start()
    {
        await Migrator(First).RunAsync(Cancel);

        var refused = await Assert.ThrowsAsync<MigrationException>(() =>
            Migrator(("001_shelf.sql", "create table shelf(id bigint)")).RunAsync(Cancel)
        );

        Assert.Contains("test/001_shelf.sql was edited", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_line_ends_are_no_edit()
    {
        await Migrator(("001_shelf.sql", "create table shelf(\n id int);\n")).RunAsync(Cancel);

        await Migrator(("001_shelf.sql", "create table shelf(\r\n id int);\r\n")).RunAsync(Cancel);
    }

    [Fact]
    public async Task A_failing_file_leaves_nothing_of_the_others_behind()
    {
        var refused = await Assert.ThrowsAsync<MigrationException>(() =>
            Migrator(First, ("002_bad.sql", "insert into nowhere values (1)")).RunAsync(Cancel)
        );

        Assert.Contains("test/002_bad.sql failed", refused.Message, StringComparison.Ordinal);
        Assert.Equal(DBNull.Value, await ScalarAsync("select to_regclass('shelf')::text"));
    }

    [Fact]
    public async Task A_database_made_by_a_newer_studio_is_refused()
    {
        await Migrator(First, Second).RunAsync(Cancel);

        var refused = await Assert.ThrowsAsync<MigrationException>(() => Migrator(First).RunAsync(Cancel));

        Assert.Contains("made by a newer one", refused.Message, StringComparison.Ordinal);
    }

    private Migrator Migrator(params (string Name, string Sql)[] files) =>
        new(_database.Source, [MigrationSet.Of("test", files)], NullLogger<Migrator>.Instance);

    private async Task<object?> ScalarAsync(string sql)
    {
        await using var command = _database.Source.CreateCommand(sql);
        return await command.ExecuteScalarAsync(Cancel);
    }
}
