using Atelier.Identity.Passwords;
using Npgsql;

namespace Atelier.Benchmarks.Identity;

/// <summary>Accounts put straight into the database; one hash serves them all, since making each would take minutes.</summary>
internal static class People
{
    public const string Password = "nine lanterns over moss";

    public const int Count = 400;

    public static string Email(int number) => $"bench-{number}@example.org";

    public static async Task CreateAsync(string database)
    {
        await using var source = NpgsqlDataSource.Create(database);
        await using var insert = source.CreateCommand(
            """
            insert into identity."user" (id, email, name, password_hash, role, created_at, updated_at)
            select gen_random_uuid(), format('bench-%s@example.org', n), 'Bench', $1, 'user', now(), now()
            from generate_series(0, $2 - 1) n
            """
        );
        insert.Parameters.Add(new() { Value = PasswordHash.Make(Password) });
        insert.Parameters.Add(new() { Value = Count });
        await insert.ExecuteNonQueryAsync();
    }
}
