using Atelier.Library.Characters;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Atelier.Library.Talk;

internal static class TalkModel
{
    public static void DescribeTalk(this ModelBuilder model)
    {
        model.Entity<Chat>(chat =>
        {
            chat.ToTable("chats").HasKey(c => c.Id);
            chat.Property(c => c.Id).ValueGeneratedNever();
            chat.Property(c => c.LoreSeen)
                .HasColumnType("jsonb")
                .HasConversion(CharactersModel.As<IReadOnlyList<string>>());
        });
        model.Entity<Message>(message =>
        {
            message.ToTable("messages").HasKey(m => m.Id);
            message.Property(m => m.Id).ValueGeneratedNever();
            // So that what is said is written before what answers it.
            message.HasOne<Chat>().WithMany().HasForeignKey(m => m.ChatId);
            message.HasOne<Message>().WithMany().HasForeignKey(m => m.ParentId);
            message.Property(m => m.Role).HasConversion(Named<MessageRole>());
            message.Property(m => m.State).HasConversion(Named<MessageState>());
            message
                .Property(m => m.Passages)
                .HasColumnType("jsonb")
                .HasConversion(CharactersModel.As<IReadOnlyList<NumberedPassage>>());
            message
                .Property(m => m.Citations)
                .HasColumnType("jsonb")
                .HasConversion(CharactersModel.As<IReadOnlyList<Citation>>());
        });
    }

    private static ValueConverter<T, string> Named<T>()
        where T : struct, Enum =>
        new(value => value.ToString().ToLowerInvariant(), text => Enum.Parse<T>(text, ignoreCase: true));
}
