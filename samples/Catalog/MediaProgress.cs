using Wildberries.Sdk.Cards;

namespace Catalog;

/// <summary>Shows how far the pictures are, not more often than every two seconds.</summary>
internal sealed class MediaProgress(Journal journal) : IProgress<CardMediaProgress>
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private readonly Lock _lock = new();
    private readonly TimeLeft _time = new();
    private TimeSpan _said;

    public void Report(CardMediaProgress value)
    {
        lock (_lock)
        {
            if (_time.Elapsed - _said < Pause && value.Settled < value.Total)
                return;
            _said = _time.Elapsed;
            journal.Write($"  pictures: {value}{_time.Of(value.Settled, value.Total)}");
        }
    }
}
