using Wildberries.Sdk.Cards;

namespace Catalog;

/// <summary>Keeps and shows what is known of cards whenever there is something new: also before they are sent.</summary>
internal sealed class CreationProgress : IProgress<CardCreation>
{
    private readonly ImportState _state;
    private readonly Journal _journal;
    private readonly TimeLeft _time;
    private readonly int _index;
    private string? _said;

    /// <param name="state">Where it is kept.</param>
    /// <param name="index">Which of its creations it is.</param>
    /// <param name="journal">Where it is shown.</param>
    public CreationProgress(ImportState state, int index, Journal journal)
    {
        _state = state;
        _index = index;
        _journal = journal;
        _time = new TimeLeft();
    }

    public void Report(CardCreation value)
    {
        _state.Save(_index, value);
        int settled = value.Created.Count + value.Existing.Count + value.Refused.Count;

        // Just before it is sent, and until WB has answered, nobody knows what becomes of a card.
        string text = $"created {value.Created.Count}, were there {value.Existing.Count}, refused {value.Refused.Count}, open {value.Rows.Count - settled}";
        if (text == _said)
            return;
        _said = text;
        _journal.Write($"  {text}{_time.Of(settled, value.Rows.Count)}");
    }
}
