using Wildberries.Sdk.ContractTests.Prism;

namespace Wildberries.Sdk.ContractTests.Documents;

/// <summary>Says once for all tests that need them that WB's documents, or Prism, are missing.</summary>
public sealed class PublishedDocumentsTests
{
    [Fact]
    public void WB_s_documents_are_here()
    {
        if (PublishedDocuments.Folder is null)
            Assert.Skip("WB's documents are not here: the environment variable WB_OPENAPI_DIR names no folder with operations.json. No test that needs them runs.");
        Assert.NotEmpty(PublishedDocuments.All.Operations);
    }

    [DocumentFact]
    public void Prism_is_here()
    {
        if (PrismServer.Binary is null)
            Assert.Skip("Prism is not here: eng/install-prism.sh installs it to artifacts/prism, and the environment variable PRISM_BIN can name another one. No test that needs it runs.");
        Assert.True(File.Exists(PrismServer.Binary));
    }
}
