using Wildberries.Sdk;
using Wildberries.Sdk.Testing;

namespace ManySellers;

/// <summary>Shops that emulators play when there is no token: two that are there, and one to add. Leave it out of your own program.</summary>
internal sealed class DemoShops : IAsyncDisposable
{
    private readonly List<WildberriesEmulator> _emulators = [];
    private readonly Dictionary<string, WildberriesClient> _clients = new(StringComparer.Ordinal);

    public WildberriesEmulator First => _emulators[0];

    /// <summary>The token of a shop that can be added with PUT.</summary>
    public string TokenToTry { get; private set; } = "";

    /// <summary>Opens the shops, and adds the tokens of those that are there from the beginning.</summary>
    public static async Task<DemoShops> OpenAsync(Dictionary<string, string?> tokens)
    {
        var shops = new DemoShops();
        tokens["toys"] = await shops.AddAsync("b0e6c7a4-6a3e-4c39-9c5f-1f6f0d2f6a01", "ИП Зайцева М. П.", "Юла", "Здравствуйте! В конструкторе не хватает детали.");
        tokens["books"] = await shops.AddAsync("d1a2b8c5-0f4e-4b7d-8a61-7c3e9b5d4f02", "ООО «Закладка»", "Закладка", "Добрый день! Будет ли второй том?");
        shops.TokenToTry = await shops.AddAsync("a7c4e1f9-3b2d-4e86-b5d0-8f1a6c9e2d03", "ИП Садовников И. И.", "Грядка", "Подскажите, семена этого года?");
        return shops;
    }

    /// <summary>The client for a token of these shops, or <see langword="null"/>.</summary>
    public WildberriesClient? Find(string token) => _clients.GetValueOrDefault(token);

    public async ValueTask DisposeAsync()
    {
        foreach (WildberriesClient client in _clients.Values)
            client.Dispose();
        foreach (WildberriesEmulator emulator in _emulators)
            await emulator.DisposeAsync();
    }

    private async Task<string> AddAsync(string sellerId, string name, string tradeMark, string question)
    {
        WildberriesEmulator emulator = await WildberriesEmulator.StartAsync();
        (emulator.Seller.Id, emulator.Seller.Name, emulator.Seller.TradeMark) = (sellerId, name, tradeMark);
        emulator.Chats.BuyerWrites("1:many-sellers", question);
        string token = emulator.CreateToken();
        _emulators.Add(emulator);
        _clients[token] = WildberriesClient.Create(token, options => options.UseEmulator(emulator));
        return token;
    }
}
