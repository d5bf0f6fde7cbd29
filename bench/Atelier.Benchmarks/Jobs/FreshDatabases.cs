using Npgsql;

namespace Atelier.Benchmarks.Jobs;

/// <summary>Databases of one measurement each, on one server.</summary>
internal sealed class FreshDatabases(string server)
{
    private string? _last;
    private int _count;

    public async Task<NpgsqlConnectionStringBuilder> CreateAsync()
    {
        var address = new NpgsqlConnectionStringBuilder(server);
        await using var connection = new NpgsqlConnection(address.ConnectionString);
        await connection.OpenAsync();
        if (_last is not null)
            await ExecuteAsync($"drop database {_last} with (force)");
        _last = $"bench_{++_count}";
        await ExecuteAsync($"create database {_last}");
        await ExecuteAsync("checkpoint"); // so that none falls into the measurement
        address.Database = _last;
        address.MaxPoolSize = 30;
        return address;

        async Task ExecuteAsync(string sql)
        {
            await using var command = new NpgsqlCommand(sql, connection);
            await command.ExecuteNonQueryAsync();
        }
    }

    /// <summary>As the peers' drivers spell it.</summary>
    public static string Url(NpgsqlConnectionStringBuilder address) =>
        $"postgres://{address.Username}:{Uri.EscapeDataString(address.Password!)}@{address.Host}:{address.Port}/{address.Database}";

    /// <summary>What <see cref="Url"/> told this process.</summary>
    public static string Address()
    {
        var url = new Uri(Environment.GetEnvironmentVariable("DATABASE_URL")!);
        var login = url.UserInfo.Split(':');
        return new NpgsqlConnectionStringBuilder
        {
            Host = url.Host,
            Port = url.Port,
            Username = login[0],
            Password = Uri.UnescapeDataString(login[1]),
            Database = url.AbsolutePath[1..],
            MaxPoolSize = 30,
            SslMode = SslMode.Disable,
            GssEncryptionMode = GssEncryptionMode.Disable,
        }.ConnectionString;
    }
}
