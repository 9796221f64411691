using System.Runtime.CompilerServices;

namespace TipSom.Web.Tests.Shell;

/// <summary>Where the portal's own source files lie, for the tests that read them.</summary>
internal static class Sources
{
    public static string Web { get; } = Path.GetFullPath(Path.Combine(Here(), "..", "..", "..", "src", "TipSom.Web"));

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
