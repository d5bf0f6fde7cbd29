using Atelier.Generation;

namespace Atelier.Library.Talk.Answering;

/// <summary>Answers through the configured chat model, with the card, its lore and numbered passages.</summary>
internal sealed class ModelVoice(GenerationModels models)
{
    public async Task<Utterance> AnswerAsync(
        Scene scene,
        IReadOnlyList<NumberedPassage> passages,
        Budget budget,
        AnswerSheet sheet,
        CancellationToken cancel
    )
    {
        var chat = models.Chat!;
        var prompt = Prompt.Of(scene, passages);
        ModelFailure? failure = null;
        Usage? spent = null;
        await foreach (var piece in chat.StreamAsync(prompt.Turns, budget, cancel))
        {
            if (piece.Text.Length > 0)
                await sheet.WriteAsync(piece.Text, cancel);
            (failure, spent) = (piece.Failure ?? failure, piece.Usage ?? spent);
        }
        await sheet.FlushAsync(cancel);
        if (failure is null && sheet.Text.Length == 0)
            failure = new(FailureCodes.BadAnswer, "The model said nothing.", Retryable: true);
        return new(passages, chat.Name)
        {
            Failure = failure,
            Spent = spent,
            LoreSeen = prompt.LoreSeen,
        };
    }
}
