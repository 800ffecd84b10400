using Wildberries.Sdk.Cards;
using Wildberries.Sdk.Directories;
using Wildberries.Sdk.Errors;

namespace Catalog;

/// <summary>From the lines of a file to cards with pictures: checks, shows, creates, follows, uploads, and accounts for each line.</summary>
internal sealed class CatalogImport(Shop shop, Settings settings, Journal journal)
{
    private readonly ICardsApi _api = shop.Client.Cards;

    private bool IsWriting => settings.IsWriting || shop.IsDemo;

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await ImportAsync(cancellationToken);
        }
        catch (WildberriesApiException exception)
        {
            journal.Write(exception.Message);
            return 1;
        }
    }

    private async Task<int> ImportAsync(CancellationToken cancellationToken)
    {
        string path = settings.FileFor(shop.IsDemo);
        List<CatalogRow> rows = CatalogFile.Read(path);
        journal.Write($"{path}: {rows.Count} cards, {rows.Sum(row => row.Pictures.Count)} pictures.");

        // The emulated shop is new each time: what is stored of an earlier one is of no use.
        string name = settings.Name ?? Path.GetFileNameWithoutExtension(path);
        var state = ImportState.Open(shop.IsDemo ? null : Path.Combine(settings.Folder, name + ".state.json"));
        using var directories = new DirectoryCache(shop.Client.Directories);
        var creator = new CardCreator(_api, directories, new CardCreationOptions
        {
            MaxWait = settings.Wait ?? (shop.IsDemo ? TimeSpan.FromSeconds(10) : TimeSpan.FromHours(1)),
            PollInterval = TimeSpan.FromSeconds(shop.IsDemo ? 1 : 10),
        });

        var maker = new CardMaker(new SubjectBook(shop.Client.Directories, directories));
        var cards = new List<CatalogCard>();
        foreach (CatalogRow row in rows)
            cards.Add(await maker.MakeAsync(row, cancellationToken));
        Recall(cards, state);
        await CheckAsync(cards, creator, cancellationToken);
        ImportTable.ShowCheck(cards, journal);
        if (!IsWriting)
        {
            journal.Write("Nothing was sent. --write does it.");
            return cards.TrueForAll(card => card.Faults.Count == 0) ? 0 : 1;
        }

        try
        {
            await CreateAsync(cards, creator, state, cancellationToken);
            await UploadAsync(cards, cancellationToken);
        }
        finally
        {
            // Also after Ctrl-C: what was sent stays at WB.
            Recall(cards, state);
            ImportTable.ShowResult(cards, journal);
            string result = Path.Combine(settings.Folder, name + ".result.csv");
            ImportTable.Write(result, cards);
            journal.Write($"What became of each card: {result}");
            if (!shop.IsDemo && !cards.TrueForAll(card => card.IsDone))
                journal.Write("The same command goes on where it ended, and creates nothing twice.");
        }

        return cards.TrueForAll(card => card.IsDone) ? 0 : 1;
    }

    // An article that the file has twice is nobody's: which line became the card, nobody knows.
    private static void Recall(List<CatalogCard> cards, ImportState state)
    {
        Dictionary<string, CardCreationRow> known = state.Rows();
        foreach (IGrouping<string, CatalogCard> article in cards.GroupBy(card => card.Row.Article, StringComparer.Ordinal))
            article.First().Creation = known.GetValueOrDefault(article.Key);
    }

    private static async Task CheckAsync(List<CatalogCard> cards, CardCreator creator, CancellationToken cancellationToken)
    {
        List<List<CatalogCard>> groups = Groups(cards.Where(card => card.Card is not null));
        foreach (List<CatalogCard> group in groups.Where(group => group.Exists(card => card.SubjectId != group[0].SubjectId)))
            group.ForEach(card => card.Faults.Add($"the group {card.Row.Group} has more than one subject"));
        CardCheckResult check = await creator.CheckAsync(groups.Select(ToCardGroup), cancellationToken);
        ILookup<string, int> lines = cards.ToLookup(card => card.Row.Article, card => card.Row.Line, StringComparer.Ordinal);
        foreach ((CatalogCard card, CardCheckRow row) in groups.SelectMany(group => group).Zip(check.Rows))
        {
            card.Faults.AddRange(row.Problems.Where(problem => !problem.IsWarning).Select(problem => TextOf(problem, card, lines)));
            card.Warnings.AddRange(row.Problems.Where(problem => problem.IsWarning).Select(problem => TextOf(problem, card, lines)));
        }

        // A group is created as a whole.
        foreach (List<CatalogCard> group in Groups(cards).Where(group => group.Exists(card => card.Faults.Count > 0)))
        {
            foreach (CatalogCard card in group.Where(card => card.Faults.Count == 0))
                card.Faults.Add($"another card of the group {card.Row.Group} is refused");
        }
    }

    // Whoever has the file before him looks for lines.
    private static string TextOf(CardProblem problem, CatalogCard card, ILookup<string, int> lines) => problem.Fault == CardFault.ArticleRepeated
        ? $"the article is in line {lines[card.Row.Article].First()} already"
        : problem.ToString();

    private async Task CreateAsync(List<CatalogCard> cards, CardCreator creator, ImportState state, CancellationToken cancellationToken)
    {
        for (int i = 0; i < state.Creations.Count; i++)
        {
            CardCreation known = state.Creations[i];
            if (known.Unknown.Count == 0 && known.Rows.All(row => row.Outcome != CardCreationOutcome.Processing))
                continue;
            journal.Write("Asking WB about the cards that were sent before.");
            await FollowAsync(state, i, progress => creator.WaitForCardsAsync(known, progress, cancellationToken));
        }

        Recall(cards, state);
        int first = state.Creations.Count;
        List<List<CatalogCard>> groups = Groups(cards.Where(card => card.Faults.Count == 0));

        // What WB has refused is tried once more: the file may be another, and no card came of it.
        List<CardGroup> whole = [.. groups.Where(group => !group.Exists(card => card.MayBeThere)).Select(ToCardGroup)];
        if (whole.Count > 0)
        {
            journal.Write($"Creating {whole.Sum(group => group.Cards.Count)} cards.");
            await FollowAsync(state, first, progress => creator.CreateAndWaitAsync(whole, progress, cancellationToken));
        }

        Recall(cards, state);
        HashSet<string> refused = [.. state.Creations.Skip(first).SelectMany(creation => creation.Refused).Select(row => row.VendorCode)];
        foreach (List<CatalogCard> group in groups)
        {
            List<NewCard> rest = [.. group.Where(card => !card.MayBeThere && !refused.Contains(card.Row.Article)).Select(card => card.Card!)];
            if (rest.Count == 0 || group.Find(card => card.Creation?.ImtId is not null) is not { } other)
                continue;
            journal.Write($"Adding {rest.Count} cards to the group {other.Row.Group}.");
            await FollowAsync(state, state.Creations.Count, progress => creator.AttachAndWaitAsync(other.Creation!.ImtId!.Value, rest, progress, cancellationToken));
        }

        Recall(cards, state);
    }

    private async Task FollowAsync(ImportState state, int index, Func<IProgress<CardCreation>, Task<CardCreation>> followAsync)
    {
        try
        {
            state.Save(index, await followAsync(new CreationProgress(state, index, journal)));
        }
        catch (Exception exception) when (exception.GetCardCreation() is { } known)
        {
            state.Save(index, known);
            throw;
        }
    }

    // A card that was there before and has pictures keeps them; one that this import created gets those that are missing.
    private async Task UploadAsync(List<CatalogCard> cards, CancellationToken cancellationToken)
    {
        var there = cards.Where(card => card.IsThere).ToDictionary(card => card.Creation!.NmId!.Value);
        if (there.Count == 0)
            return;
        await CountPicturesAsync(there, cancellationToken);
        var uploads = new List<CardMediaUpload>();
        foreach ((long nmId, CatalogCard card) in there)
        {
            if (card.IsDone || card.PictureFault is not null)
                continue;
            if (card.Faults.Count > 0)
                card.PictureFault = string.Join("; ", card.Faults);
            else
                uploads.Add(new CardMediaUpload { NmId = nmId, Files = [.. card.Row.Pictures.Select((file, i) => CardMediaFile.FromFile(file, i + 1)).Skip(card.PictureCount)] });
        }

        if (uploads.Count == 0)
            return;
        journal.Write($"Uploading {uploads.Sum(upload => upload.Files.Count)} pictures of {uploads.Count} cards.");
        CardMediaResult? result = null;
        try
        {
            result = await _api.UploadMediaAsync(uploads, progress: new MediaProgress(journal), cancellationToken: cancellationToken);
        }
        catch (Exception exception) when ((result = exception.GetCardMediaResult()) is not null)
        {
            throw;
        }
        finally
        {
            foreach (CardMediaRow row in result?.Rows ?? [])
            {
                if (row.Outcome == CardMediaOutcome.Uploaded)
                    there[row.NmId].PictureCount++;
                else
                    there[row.NmId].PictureFault ??= $"{row.File.Name}: {row.Reason ?? "not sent"}";
            }
        }
    }

    private async Task CountPicturesAsync(Dictionary<long, CatalogCard> there, CancellationToken cancellationToken)
    {
        foreach (CatalogCard card in there.Values)
            card.PictureFault = "WB does not show the card in its list";
        var filter = new CardsFilter { Photos = CardPhotoFilter.Any, SubjectIds = [.. there.Values.Select(card => card.SubjectId).Where(id => id > 0).Distinct()] };
        await foreach (Card card in _api.StreamCardsAsync(filter, cancellationToken: cancellationToken))
        {
            if (!there.TryGetValue(card.NmId, out CatalogCard? found))
                continue;
            found.PictureFault = null;
            found.PictureCount = card.Photos.Count;
        }
    }

    private static List<List<CatalogCard>> Groups(IEnumerable<CatalogCard> cards) =>
    [
        .. cards.GroupBy(card => card.Row.Group.Length > 0 ? card.Row.Group : $"\n{card.Row.Line}", StringComparer.Ordinal).Select(group => group.ToList()),
    ];

    private static CardGroup ToCardGroup(List<CatalogCard> group) => new() { SubjectId = group[0].SubjectId, Cards = [.. group.Select(card => card.Card!)] };
}
