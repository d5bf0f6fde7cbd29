namespace Atelier.Identity.Contracts;

/// <summary>Keeps secrets that the studio must be able to read again unreadable in the database and its backups.</summary>
internal interface ISecretSeal
{
    /// <summary>Names the key that closes; stored beside the box.</summary>
    string KeyId { get; }

    /// <param name="owner">The box opens for this person's things only.</param>
    byte[] Close(byte[] secret, Guid owner);

    byte[] Open(string keyId, byte[] box, Guid owner);
}
