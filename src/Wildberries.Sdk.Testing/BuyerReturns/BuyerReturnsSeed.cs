namespace Wildberries.Sdk.Testing;

/// <summary>What buyers want to give back to a shop that sells things for the home.</summary>
internal static class BuyerReturnsSeed
{
    // The smallest picture that is what it says.
    private static readonly ReadOnlyMemory<byte> Photo = Convert.FromBase64String("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA");

    public static void Fill(EmulatedClaims claims, DateTimeOffset now)
    {
        claims.BuyerClaims(
            new EmulatedClaim
            {
                Id = "5c1d2b7e-30f4-4a86-9d52-7b1e6f0a9c01",
                NmId = 168902447,
                ProductName = "Кружка 350 мл",
                Text = "Скол на ручке, видно на фото. Упаковка была целая.",
                Price = 690,
                Photos = [Photo, Photo],
            },
            now.AddHours(-9));
        claims.BuyerClaims(
            new EmulatedClaim
            {
                Id = "5c1d2b7e-30f4-4a86-9d52-7b1e6f0a9c02",
                NmId = 182340117,
                ProductName = "Плед вязаный, серый",
                Text = "Прислали бежевый вместо серого",
                Price = 2190,
                IsFromChat = true,
                Photos = [Photo],
            },
            now.AddHours(-30));
        claims.BuyerClaims(
            new EmulatedClaim { Id = "5c1d2b7e-30f4-4a86-9d52-7b1e6f0a9c03", NmId = 204518733, ProductName = "Джемпер женский", Text = "Зацепка на рукаве", Price = 3450, IsPickup = true },
            now.AddHours(-50));
    }
}
