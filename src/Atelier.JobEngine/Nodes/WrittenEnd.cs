using Npgsql;

namespace Atelier.JobEngine.Nodes;

/// <summary>What the database made of a run's end.</summary>
internal readonly record struct WrittenEnd(long Id, int Seq, short State, int? Key, int? OwnerKey)
{
    /// <summary>The lines in which somebody may move up now.</summary>
    public IEnumerable<int> Keys => (Key, OwnerKey) is (null, null) ? [] : new[] { Key, OwnerKey }.OfType<int>();

    public static WrittenEnd Read(NpgsqlDataReader row) =>
        new(row.GetInt64(0), row.GetInt32(1), row.GetInt16(2), row.Optional<int>(3), row.Optional<int>(4));
}
