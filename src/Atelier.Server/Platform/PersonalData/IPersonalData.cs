using Npgsql;

namespace Atelier.Platform.PersonalData;

/// <summary>What a module keeps of a person. Every module whose tables name an owner has one.</summary>
internal interface IPersonalData
{
    /// <summary>Puts everything the person owns here into <paramref name="archive"/>.</summary>
    Task ExportAsync(Guid person, PersonalArchive archive, CancellationToken cancel);

    /// <summary>Removes every row of the person, together with what the other modules remove or not at all.</summary>
    Task RemoveAsync(NpgsqlTransaction transaction, Guid person, CancellationToken cancel);
}
