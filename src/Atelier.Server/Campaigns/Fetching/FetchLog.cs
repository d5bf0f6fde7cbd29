using System.Globalization;
using Npgsql;
using NpgsqlTypes;
using static Atelier.Campaigns.NamedValues;

namespace Atelier.Campaigns.Fetching;

/// <summary>Writes down every request, made or not, with its reason.</summary>
internal sealed class FetchLog(NpgsqlDataSource database)
{
    private const string Insert = """
        insert into campaigns.fetches (owner_id, campaign_id, address, final_address, host, purpose, outcome, status, why,
            robots_rule, robots_line, delay_seconds, waited_seconds, conditional, media_type, bytes, seconds, at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18) returning id
        """;

    private const int LongestText = 500;

    public async Task<long> WriteAsync(Fetch fetch, CancellationToken cancel)
    {
        await using var insert = database.CreateCommand(Insert);
        void Add(object? value, NpgsqlDbType type) =>
            insert.Parameters.Add(new() { Value = value ?? DBNull.Value, NpgsqlDbType = type });
        Add(fetch.OwnerId, NpgsqlDbType.Uuid);
        Add(fetch.CampaignId, NpgsqlDbType.Uuid);
        Add(fetch.Address, NpgsqlDbType.Text);
        Add(fetch.FinalAddress, NpgsqlDbType.Text);
        Add(fetch.Host, NpgsqlDbType.Text);
        Add(NameOf(fetch.Purpose), NpgsqlDbType.Text);
        Add(NameOf(fetch.Outcome), NpgsqlDbType.Text);
        Add(fetch.Status, NpgsqlDbType.Integer);
        Add(Short(fetch.Why), NpgsqlDbType.Text);
        Add(Short(fetch.RobotsRule), NpgsqlDbType.Text);
        Add(fetch.RobotsLine, NpgsqlDbType.Integer);
        Add(fetch.DelaySeconds, NpgsqlDbType.Double);
        Add(fetch.WaitedSeconds, NpgsqlDbType.Double);
        Add(fetch.Conditional, NpgsqlDbType.Boolean);
        Add(Short(fetch.MediaType), NpgsqlDbType.Text);
        Add(fetch.Bytes, NpgsqlDbType.Bigint);
        Add(fetch.Seconds, NpgsqlDbType.Double);
        Add(fetch.At.ToUniversalTime(), NpgsqlDbType.TimestampTz);
        return Convert.ToInt64(await insert.ExecuteScalarAsync(cancel), CultureInfo.InvariantCulture);
    }

    private static string? Short(string? text)
    {
        var clean = text?.Replace("\0", "");
        return clean?.Length > LongestText ? clean[..LongestText] : clean;
    }
}
