using Atelier.Support;

namespace Atelier.Identity;

/// <summary>The rows, in all modules' tables, that name a person as their owner.</summary>
internal sealed class OwnedRows(StudioFactory studio)
{
    private const string OwnedTables = """
        select c.table_schema || '.' || quote_ident(c.table_name) || '.' || c.column_name
        from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
        where c.column_name in ('owner_id', 'user_id') and t.table_type = 'BASE TABLE'
          and c.table_schema not in ('information_schema', 'pg_catalog')
        """;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>As <c>schema.table.column</c>.</summary>
    public async Task<List<string>> ColumnsAsync()
    {
        await using var read = studio.Database.CreateCommand(OwnedTables);
        await using var rows = await read.ExecuteReaderAsync(Cancel);
        var columns = new List<string>();
        while (await rows.ReadAsync(Cancel))
            columns.Add(rows.GetString(0));
        return columns;
    }

    /// <summary>Job rows go with a job of their own, a little later; everything else must be gone already.</summary>
    public async Task UntilNothingIsLeftOfAsync(Guid person)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        patience.CancelAfter(TimeSpan.FromMinutes(5));
        foreach (var column in await ColumnsAsync())
        {
            var parts = column.Split('.');
            await using var count = studio.Database.CreateCommand(
                $"select count(*) from {parts[0]}.{parts[1]} where {parts[2]} = '{person}'"
            );
            while ((long)(await count.ExecuteScalarAsync(patience.Token))! > 0)
            {
                Assert.Equal("jobs", parts[0]);
                await Task.Delay(50, patience.Token);
            }
        }
    }
}
