using Atelier.Testing.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Atelier.Platform.Database;

/// <summary>The tables the migrations make are the tables the contexts believe in, column by column.</summary>
public sealed class DriftTests
{
    private const string Columns = """
        select table_schema || '.' || table_name || '.' || column_name || ' ' || udt_name || ' '
               || coalesce(character_maximum_length::text, '') || case is_nullable when 'YES' then ' null' else '' end
        from information_schema.columns
        where table_schema = $1 and table_name = any($2)
        """;

    private const string Keys = """
        select i.indrelid::regclass || ' key (' || string_agg(a.attname, ', ' order by k.place) || ')'
        from pg_index i
        cross join unnest(i.indkey) with ordinality k(number, place)
        join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.number
        join pg_class c on c.oid = i.indrelid
        where i.indisprimary and c.relnamespace = $1::regnamespace and c.relname = any($2)
        group by i.indexrelid, i.indrelid
        """;

    // Others refer to these two.
    private static readonly string[] Foundations = ["Identity", "Projects"];

    public static TheoryData<string> Modules => [.. Contexts().Select(ModuleOf)];

    [Theory]
    [MemberData(nameof(Modules))]
    public async Task The_model_and_the_migrated_schema_agree(string module)
    {
        await using var migrated = await TestDatabase.CreateAsync("drift", MigrateAsync);
        await using var believed = await TestDatabase.CreateAsync();
        var context = Contexts().Single(type => ModuleOf(type) == module);
        await using var db = Open(context, believed.Source);
        await using (var create = believed.Source.CreateCommand(db.Database.GenerateCreateScript()))
            await create.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        var tables = db.Model.GetEntityTypes().Select(e => e.GetTableName()!).Distinct().ToArray();

        var model = await ReadAsync(believed, module, tables);

        Assert.NotEmpty(model);
        Assert.Equal(model, await ReadAsync(migrated, module, tables));
    }

    private static IEnumerable<Type> Contexts() =>
        typeof(Program)
            .Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(DbContext)))
            .OrderBy(type => Array.IndexOf(Foundations, ModuleOf(type)) is var place and >= 0 ? place : int.MaxValue)
            .ThenBy(ModuleOf, StringComparer.Ordinal);

    private static string ModuleOf(Type context) => context.Namespace!.Split('.')[1];

    private static async Task MigrateAsync(string connectionString)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        var sets = Contexts().Select(type => MigrationSet.Embedded(type.Assembly, ModuleOf(type)));
        await new Migrator(source, sets, NullLogger<Migrator>.Instance).RunAsync(CancellationToken.None);
    }

    private static DbContext Open(Type context, NpgsqlDataSource source)
    {
        var options = (DbContextOptionsBuilder)
            Activator.CreateInstance(typeof(DbContextOptionsBuilder<>).MakeGenericType(context))!;
        return (DbContext)Activator.CreateInstance(context, options.UseNpgsql(source).Options)!;
    }

    private static async Task<List<string>> ReadAsync(TestDatabase database, string module, string[] tables)
    {
        var found = new List<string>();
        foreach (var sql in (string[])[Columns, Keys])
        {
            await using var command = database.Source.CreateCommand(sql);
            command.Parameters.AddWithValue(module.ToLowerInvariant());
            command.Parameters.AddWithValue(tables);
            await using var rows = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
            while (await rows.ReadAsync(TestContext.Current.CancellationToken))
                found.Add(rows.GetString(0));
        }
        return [.. found.Order(StringComparer.Ordinal)];
    }
}
