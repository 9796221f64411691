namespace TipSom.Web.Binding;

/// <summary>Files that come with a form.</summary>
public static class FormFiles
{
    /// <summary>The whole of a file. How long it may be is the page's to say, before it asks.</summary>
    public static async Task<byte[]> BytesAsync(this IFormFile file, CancellationToken ct)
    {
        var bytes = new byte[file.Length];
        await using var content = file.OpenReadStream();
        await content.ReadExactlyAsync(bytes, ct);
        return bytes;
    }
}
