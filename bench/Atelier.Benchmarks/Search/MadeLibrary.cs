using Npgsql;

namespace Atelier.Benchmarks.Search;

/// <param name="Chunks">Its passages.</param>
internal sealed record Shelved(Guid Id, int Number, Guid Owner, int Chunks);

/// <summary>
/// Books of one person with nearly everything, and of one with twenty, in the library's own tables. Indexes are made after
/// the rows, as they are defined.
/// </summary>
internal sealed class MadeLibrary(NpgsqlDataSource database, Lexicon lexicon)
{
    public const int Small = 20; // books of the other person

    private const int PeopleOfBook = 37;
    private const int ChunksOfChapter = 20;
    private const int Loaders = 2;

    public Guid Owner { get; } = new("01900000-0000-7000-8000-000000000001");
    public Guid Other { get; } = new("01900000-0000-7000-8000-000000000002");

    public List<Shelved> Books { get; } = [];

    public int People => Books.Count * PeopleOfBook;

    public async Task MakeAsync(int chunks, CancellationToken cancel)
    {
        var random = new Random(7);
        for (var (left, number) = (chunks, 1); left > 0; number++)
        {
            // Novels are of very different length.
            var size = Math.Min(left, random.Next(100, 900));
            var id = new Guid(number, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 0);
            Books.Add(new(id, number, number <= Small ? Other : Owner, size));
            left -= size;
        }
        await RunAsync(
            """
            insert into identity."user" (id, email, name, password_hash, role, created_at, updated_at)
            select id, id || '@example.org', 'Reader', '', 'user', now(), now() from unnest($1::uuid[]) as u (id)
            """,
            cancel,
            (Guid[])[Owner, Other]
        );
        await RunAsync(
            """
            insert into library.documents (id, owner_id, title, file_name, format, sha256, length, language, search_config, text_length,
                words, read_at, analyzed_at, created_at, updated_at)
            select id, owner, 'Book ' || number, number || '.txt', 'txt', md5(number::text), 1, 'en', 'library.english', length, 1, now(), now(),
                now(), now()
            from unnest($1::uuid[], $2::uuid[], $3::int[], $4::int[]) as b (id, owner, number, length)
            """,
            cancel,
            Books.Select(book => book.Id).ToArray(),
            Books.Select(book => book.Owner).ToArray(),
            Books.Select(book => book.Number).ToArray(),
            Books.Select(book => book.Chunks * 1240).ToArray()
        );
        var indexes = await TakeIndexesAsync(cancel);
        await Task.WhenAll(
            Enumerable.Range(0, Loaders).Select(loader => Task.Run(() => LoadAsync(loader, cancel), cancel))
        );
        await PeopleAsync(cancel);
        foreach (var index in indexes)
            await RunAsync($"set maintenance_work_mem = '512MB'; {index}", cancel);
        foreach (var table in (string[])["passages", "people", "documents"])
            await RunAsync($"vacuum (analyze) library.{table}", cancel);
    }

    /// <summary>Passages whose vector is not what PostgreSQL makes of their words.</summary>
    public async Task<long> DifferencesAsync(CancellationToken cancel)
    {
        await using var command = database.CreateCommand(
            """
            select count(*) from (select body, vector from library.passages tablesample system (1) limit 2000) p
            where vector <> to_tsvector('library.english', body)
            """
        );
        return (long)(await command.ExecuteScalarAsync(cancel))!;
    }

    public async Task<long> BytesAsync(CancellationToken cancel)
    {
        await using var command = database.CreateCommand("select pg_database_size(current_database())");
        return (long)(await command.ExecuteScalarAsync(cancel))!;
    }

    private async Task LoadAsync(int loader, CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        // Rows whose documents are known to be there.
        await using (var trust = new NpgsqlCommand("set session_replication_role = replica", connection))
            await trust.ExecuteNonQueryAsync(cancel);
        var copy = await PassageCopy.BeginAsync(lexicon, connection, cancel);
        foreach (var book in Books.Where(book => book.Number % Loaders == loader))
        {
            var (text, at) = (new MadeBook(lexicon, book.Number, PeopleOfBook), 0);
            for (var chunk = 0; chunk < book.Chunks; chunk++)
            {
                var passage = text.Passage();
                await copy.AddAsync(book.Id, 1 + (chunk / ChunksOfChapter), at, passage, cancel);
                at += passage.Body.Length + 2;
            }
        }
        await copy.EndAsync(cancel);
        await using var distrust = new NpgsqlCommand("set session_replication_role = default", connection);
        await distrust.ExecuteNonQueryAsync(cancel);
    }

    private async Task PeopleAsync(CancellationToken cancel)
    {
        foreach (var part in Books.Chunk(200))
        {
            var people = part.SelectMany(book =>
                    new MadeBook(lexicon, book.Number, PeopleOfBook).People.Select((name, i) => (book.Id, i, name))
                )
                .ToList();
            await RunAsync(
                """
                insert into library.people (document_id, number, name, aliases, names, gender, mentions, by_chapter, mention_starts,
                    mention_ends)
                select id, number, name, array[split_part(name, ' ', 1)], name || ' | ' || split_part(name, ' ', 1), 'unknown',
                    200 / (number + 1), '{}', array(select generate_series(1, 200 / (number + 1))),
                    array(select generate_series(1, 200 / (number + 1)))
                from unnest($1::uuid[], $2::int[], $3::text[]) as p (id, number, name)
                """,
                cancel,
                people.Select(person => person.Id).ToArray(),
                people.Select(person => person.i).ToArray(),
                people.Select(person => person.name).ToArray()
            );
        }
    }

    /// <summary>Drops the indexes that are slow to fill.</summary>
    /// <returns>How to make them again.</returns>
    private async Task<List<string>> TakeIndexesAsync(CancellationToken cancel)
    {
        var (names, definitions) = (new List<string>(), new List<string>());
        await using (
            var command = database.CreateCommand(
                """
                select indexname, indexdef from pg_indexes
                where schemaname = 'library' and tablename in ('passages', 'people') and indexname not like '%pkey'
                """
            )
        )
        await using (var row = await command.ExecuteReaderAsync(cancel))
            while (await row.ReadAsync(cancel))
            {
                names.Add(row.GetString(0));
                definitions.Add(row.GetString(1));
            }
        foreach (var name in names)
            await RunAsync($"drop index library.{name}", cancel);
        return definitions;
    }

    private async Task RunAsync(string sql, CancellationToken cancel, params object[] values)
    {
        await using var command = database.CreateCommand(sql);
        command.CommandTimeout = 600;
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        await command.ExecuteNonQueryAsync(cancel);
    }
}
