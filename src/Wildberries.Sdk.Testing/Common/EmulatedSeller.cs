namespace Wildberries.Sdk.Testing;

/// <summary>The seller whom the emulator's common host tells about.</summary>
public sealed class EmulatedSeller
{
    /// <summary>The seller's id at WB (a UUID). Tokens made before a change keep the old one.</summary>
    public string Id { get; set; } = "3f1c9a52-7be4-4d0a-8c6e-91d25f0b7a13";

    /// <summary>The seller's name.</summary>
    public string Name { get; set; } = "ИП Лебедева А. С.";

    /// <summary>The seller's brand name.</summary>
    public string TradeMark { get; set; } = "Тёплый дом";

    /// <summary>The taxpayer number.</summary>
    public string Tin { get; set; } = "500100732259";

    /// <summary>The Jam subscription; <see langword="null"/> if the seller never had one (WB then answers with an empty 200).</summary>
    public EmulatedJamSubscription? Jam { get; set; }
}
