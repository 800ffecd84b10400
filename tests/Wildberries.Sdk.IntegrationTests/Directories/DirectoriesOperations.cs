using Wildberries.Sdk.Common;
using Wildberries.Sdk.Directories;
using Wildberries.Sdk.Testing;

namespace Wildberries.Sdk.IntegrationTests.Directories;

/// <summary>The operations of the area over the wire, with what they should give.</summary>
internal static class DirectoriesOperations
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task CallAsync(IDirectoriesApi api, EmulatedDirectories directories)
    {
        directories.Add(new EmulatedSubject
        {
            Id = 50,
            Name = "Носки",
            ParentId = 5,
            ParentName = "Бельё",
            IsMarkingRequired = true,
            Characteristics =
            [
                new EmulatedCharacteristic { Id = 12, Name = "Рисунок", IsRequired = true, MaxCount = 3, HasFilter = true },
                new EmulatedCharacteristic { Id = 25471, Name = "Длина", Type = 4, UnitName = "см" },
                new EmulatedCharacteristic { Id = 21, Name = "Бренд", HasNamedField = true },
            ],
            TnvedCodes = [new EmulatedProductCode { Code = "6115950000", Description = "Носки из хлопка" }],
            Okpd2Codes = [new EmulatedProductCode { Code = "14.31.10", Description = "Изделия чулочно-носочные" }],
            Brands = [new EmulatedBrand { Id = 2, Name = "Нитка" }, new EmulatedBrand { Id = 1, Name = "Петля", LogoUrl = "https://example.com/1.png" }],
        });
        directories.Translate("Носки", "Socks", "袜子");

        Assert.Contains(("Бельё", 5L, true), (await api.GetParentCategoriesAsync(Locale.Russian, Cancel)).Categories.Select(one => (one.Name, one.Id, one.IsVisible)));
        Subject subject = Assert.Single((await api.GetSubjectsAsync("ноС", 5, 1000, 0, Locale.Chinese, Cancel)).Subjects);
        Assert.Equal((50, "袜子", 5, "Бельё"), (subject.Id, subject.Name, subject.ParentId, subject.ParentName));
        IReadOnlyList<SubjectCharacteristic> characteristics = (await api.GetCharacteristicsAsync(50, Locale.English, Cancel)).Characteristics;
        Assert.Equal([(12, "Рисунок", true, 3, false), (25471, "Длина", false, 0, false), (21, "Бренд", false, 0, true)], characteristics.Select(one =>
            (one.Id, one.Name, one.IsRequired, one.MaxCount, one.HasNamedField)));
        Assert.Equal((CharacteristicType.Number, "cm", "Socks"), (characteristics[1].Type, characteristics[1].UnitName, characteristics[1].SubjectName));

        Assert.Contains(("персиковый мелок", "оранжевый"), (await api.GetColorsAsync(cancellationToken: Cancel)).Colors.Select(one => (one.Name, one.ParentName)));
        Assert.Equal("Male", (await api.GetGendersAsync(Locale.English, Cancel)).Values[0]);
        Assert.Equal((15000170, "Китай"), (await api.GetCountriesAsync(cancellationToken: Cancel)).Countries.Select(one => (one.Id, one.Name)).First());
        Assert.Contains("демисезон", (await api.GetSeasonsAsync(cancellationToken: Cancel)).Values);
        Assert.Contains("Без НДС", (await api.GetVatRatesAsync(cancellationToken: Cancel)).Values);

        Assert.True(Assert.Single((await api.GetSubjectTnvedCodesAsync(50, "6115", cancellationToken: Cancel)).Codes).RequiresMarking);
        Assert.Equal("Носки из хлопка", Assert.Single((await api.GetTnvedCodesAsync("6115", Locale.English, Cancel)).Codes).Description);
        Assert.Equal("14.31.10", Assert.Single((await api.GetSubjectOkpd2CodesAsync(50, "14.31", Locale.Russian, Cancel)).Codes).Code);
        Assert.Equal(["14.31.10", "14.39.10"], (await api.GetOkpd2CodesAsync("14.3", cancellationToken: Cancel)).Codes.Select(one => one.Code));

        directories.BrandPageSize = 1;
        BrandsResponse first = await api.GetBrandsAsync(50, cancellationToken: Cancel);
        Assert.Equal(("Петля", "https://example.com/1.png", 2), (first.Brands[0].Name, first.Brands[0].LogoUrl, first.Total));
        BrandsResponse last = await api.GetBrandsAsync(50, first.Next, Cancel);
        Assert.Equal(("Нитка", null), (Assert.Single(last.Brands).Name, last.Next));
    }
}
