using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Atelier.Library.Characters;

internal static class CharactersModel
{
    public static void DescribeCharacters(this ModelBuilder model)
    {
        model.Entity<Character>(character =>
        {
            character.ToTable("characters").HasKey(c => c.Id);
            character.Property(c => c.Id).ValueGeneratedNever();
            character
                .Property(c => c.Sources)
                .HasColumnType("jsonb")
                .HasConversion(As<IReadOnlyList<SourcedSentence>>());
            character
                .Property(c => c.Written)
                .HasColumnType("jsonb")
                .HasConversion(As<IReadOnlyDictionary<string, string>>());
            character.Property(c => c.Version).IsConcurrencyToken();
            character.HasIndex(c => new { c.DocumentId, c.Person }).IsUnique().HasFilter("is_original");
        });
        model.Entity<CharacterFile>(file =>
        {
            file.ToTable("character_files").HasKey(f => new { f.CharacterId, f.Path });
            file.HasOne<Character>().WithMany().HasForeignKey(f => f.CharacterId);
        });
    }

    internal static ValueConverter<T, string> As<T>() =>
        new(
            value => JsonSerializer.Serialize(value, JsonSerializerOptions.Web),
            text => JsonSerializer.Deserialize<T>(text, JsonSerializerOptions.Web)!
        );
}
