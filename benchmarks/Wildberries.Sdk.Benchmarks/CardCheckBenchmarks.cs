using BenchmarkDotNet.Attributes;
using Wildberries.Sdk.Cards;
using Wildberries.Sdk.Directories;

namespace Wildberries.Sdk.Benchmarks;

/// <summary>Checking new cards of one subject before they are sent: 10,000 must take less than a second.</summary>
[MemoryDiagnoser]
public class CardCheckBenchmarks
{
    private const long Subject = 217;

    private static readonly Dictionary<long, IReadOnlyList<SubjectCharacteristic>> Characteristics = new()
    {
        [Subject] =
        [
            .. Enumerable.Range(1, 60).Select(id => new SubjectCharacteristic
            {
                Id = id,
                Name = $"Характеристика {id}",
                Type = id % 3 == 0 ? CharacteristicType.Number : CharacteristicType.Texts,
                MaxCount = 3,
                IsRequired = id <= 5,
            }),
        ],
    };

    private CardGroup[] _groups = [];

    [Params(1_000, 10_000)]
    public int Cards { get; set; }

    /// <summary>How many cards are merged: they are compared with each other, too.</summary>
    [Params(1, 30)]
    public int GroupSize { get; set; }

    [GlobalSetup]
    public void SetUp() =>
        _groups = [.. Enumerable.Range(0, Cards).Select(Card).Chunk(GroupSize).Select(cards => new CardGroup { SubjectId = Subject, Cards = cards })];

    [Benchmark]
    public int Check() => NewCardRules.Check(_groups, Characteristics).Refused.Count;

    // Each tenth has a title that is too long.
    private static NewCard Card(int i) => new()
    {
        VendorCode = $"артикул-{i}",
        Brand = "Вязка",
        Title = new string('я', i % 10 == 0 ? 61 : 60),
        Description = new string('я', 900),
        Dimensions = new CardDimensionsInput { Length = 10, Width = 10, Height = 10, GrossWeight = 0.5m },
        Sizes = [.. Enumerable.Range(0, 5).Select(size => new NewCardSize { TechSize = $"{size}", Skus = [$"{i:00000000}{size}x"] })],
        Characteristics =
        [
            .. Enumerable.Range(1, 20).Select(id => new CardCharacteristicInput
            {
                Id = id,
                Value = id % 3 == 0 ? CharacteristicValue.OfNumber(id) : CharacteristicValue.OfTexts($"значение {i}", "белый"),
            }),
        ],
    };
}
