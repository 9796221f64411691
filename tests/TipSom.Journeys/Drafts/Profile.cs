using System.Diagnostics;
using System.Text;
using Microsoft.Playwright;
using TipSom.Journeys.Browsing;

namespace TipSom.Journeys.Drafts;

/// <summary>The folder in which a browser keeps everything, across browsers that are killed.</summary>
internal sealed class Profile : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("tipsom-profile-").FullName;

    /// <summary>kill -9 to the browser and all it started; nothing is flushed or tidied.</summary>
    public async Task KillAsync(Window window)
    {
        var killed = false;
        foreach (var process in Process.GetProcesses())
        {
            using (process)
            {
                if (!IsMine(process.Id))
                    continue;
                process.Kill();
                killed = true;
            }
        }

        Assert.True(killed, "The browser was not found.");
        try
        {
            await window.DisposeAsync();
        }
        catch (PlaywrightException)
        {
            // There is no browser left to close.
        }
    }

    /// <summary>Files that hold the text, in either of the encodings a browser writes.</summary>
    public IReadOnlyList<string> FilesWith(string text) =>
    [
        .. Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories)
            .Where(file => File.ReadAllBytes(file) is var bytes
                && (bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0 || bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes(text)) >= 0))
    ];

    private bool IsMine(int process)
    {
        try
        {
            return File.ReadAllText($"/proc/{process}/cmdline").Contains($"--user-data-dir={Folder}", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            // It ended meanwhile.
            return false;
        }
    }

    public void Dispose()
    {
        // A process that is just ending may still write.
        for (var tries = 0; Directory.Exists(Folder); tries++)
        {
            try
            {
                Directory.Delete(Folder, recursive: true);
            }
            catch (IOException) when (tries < 20)
            {
                Thread.Sleep(100);
            }
        }
    }
}
