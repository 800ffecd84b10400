using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Wildberries.Sdk.ContractTests.Scaffold;

/// <summary>Compiles drafts in this process, with the generators of Refit and System.Text.Json, as the SDK is compiled.</summary>
internal static class DraftCompiler
{
    private const string Usings =
        """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    // What Refit generates is found at run time only where it may use module initializers.
    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.Latest, preprocessorSymbols: ["NET5_0_OR_GREATER"]);

    /// <summary>The errors of text that is not compiled: the grammar alone.</summary>
    public static IEnumerable<string> GrammarErrors(string text) =>
        CSharpSyntaxTree.ParseText(text, Parsing).GetDiagnostics().Select(d => d.ToString());

    /// <summary>Compiles files, and loads what came out if nothing was wrong.</summary>
    public static (IReadOnlyList<string> Errors, Assembly? Compiled) Compile(IEnumerable<KeyValuePair<string, string>> files)
    {
        // By this assembly's name it may use the SDK's internal converters.
        string name = Assembly.GetExecutingAssembly().GetName().Name!;
        IEnumerable<MetadataReference> references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(p => Path.GetFileNameWithoutExtension(p) != name).Select(p => MetadataReference.CreateFromFile(p));
        CSharpCompilation compilation = CSharpCompilation.Create(
            name,
            [CSharpSyntaxTree.ParseText(Usings, Parsing), .. files.Select(f => CSharpSyntaxTree.ParseText(f.Value, Parsing, f.Key))],
            references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

        CSharpGeneratorDriver.Create([.. Generators().Select(g => g.AsSourceGenerator())], parseOptions: Parsing)
            .RunGeneratorsAndUpdateCompilation(compilation, out Compilation whole, out var reported);
        using var assembly = new MemoryStream();
        var result = whole.Emit(assembly);
        string[] errors =
        [
            .. reported.Concat(result.Diagnostics)
                .Where(d => d.Severity == DiagnosticSeverity.Error || (d.Severity == DiagnosticSeverity.Warning && d.Id.StartsWith("RF", StringComparison.Ordinal)) || d.Id.StartsWith("SYSLIB1", StringComparison.Ordinal))
                .Select(d => d.ToString()).Distinct(StringComparer.Ordinal),
        ];
        if (!result.Success || errors.Length > 0)
            return (errors, null);
        assembly.Position = 0;
        return ([], new AssemblyLoadContext(null, isCollectible: true).LoadFromStream(assembly));
    }

    private static IEnumerable<IIncrementalGenerator> Generators()
    {
        string[] paths =
        [
            .. Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>().Where(a => a.Key == "Generator").Select(a => a.Value!),
        ];
        Assert.Equal(2, paths.Length);
        return paths.SelectMany(p => Assembly.LoadFrom(p).GetTypes())
            .Where(t => t.GetCustomAttribute<GeneratorAttribute>() is not null && typeof(IIncrementalGenerator).IsAssignableFrom(t))
            .Select(t => (IIncrementalGenerator)Activator.CreateInstance(t)!);
    }
}
