namespace TipSom.Data.LocalPostgres;

/// <summary>The scripts of this folder, carried inside the assembly.</summary>
internal static class EmbeddedText
{
    public static string Read(string file)
    {
        var name = $"{typeof(EmbeddedText).Namespace}.{file}";
        using var stream = typeof(EmbeddedText).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not embedded in the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
