using System.Globalization;
using System.Text;
using TipSom.Data.Audit;

namespace TipSom.Data.Tests.Audit;

/// <summary>The file of anchors: each line signed, each naming the one before, and none lost by a stop in the middle of writing.</summary>
public sealed class AnchorTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("tipsom-anchors").FullName;

    public AnchorTests() => SigningKey.Make(Key);

    private string Key => Path.Combine(folder, "audit.pem");

    private string File => Path.Combine(folder, "anchors.jsonl");

    [Fact]
    public async Task Lines_follow_each_other_and_are_read_with_the_public_key()
    {
        for (var i = 1; i <= 5; i++)
            await AppendAsync(i);

        var trail = await ReadAsync();

        Assert.Equal((5, 0, null), (trail.Lines, trail.Torn, trail.Break));
        Assert.Equal([1, 2, 3, 4, 5], trail.Heads[Guid.Empty].Select(h => h.Head.Position));
    }

    [Theory]
    [InlineData("a line changed", "line 3")]
    [InlineData("a line taken out", "line 3")]
    [InlineData("two lines swapped", "line 2")]
    [InlineData("a line of another key", "line 6")]
    [InlineData("a line repeated", "line 6")]
    [InlineData("a line turned into dirt", "line 4")]
    public async Task What_is_done_to_the_file_is_found(string what, string where)
    {
        for (var i = 1; i <= 5; i++)
            await AppendAsync(i);
        var lines = (await System.IO.File.ReadAllLinesAsync(File, TestContext.Current.CancellationToken)).ToList();
        switch (what)
        {
            case "a line changed": lines[2] = lines[2].Replace("\"position\":3", "\"position\":2", StringComparison.Ordinal); break;
            case "a line taken out": lines.RemoveAt(2); break;
            case "two lines swapped": (lines[1], lines[2]) = (lines[2], lines[1]); break;
            case "a line of another key":
                SigningKey.Make(Key + ".other");
                using (var other = SigningKey.ReadOwn(Key + ".other"))
                    lines.Add(new Anchor(DateTimeOffset.UnixEpoch, Anchor.HashOf(lines[4]), []).ToLine(other));
                break;
            case "a line repeated": lines.Add(lines[4]); break;
            default: lines[2] = "dirt"; break;
        }

        await System.IO.File.WriteAllLinesAsync(File, lines, TestContext.Current.CancellationToken);

        Assert.StartsWith(where, (await ReadAsync()).Break, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_torn_by_a_stop_stays_and_the_next_follows_the_last_whole_one()
    {
        await AppendAsync(1);
        var whole = await System.IO.File.ReadAllTextAsync(File, TestContext.Current.CancellationToken);
        await System.IO.File.AppendAllTextAsync(File, whole[..40], TestContext.Current.CancellationToken);

        await AppendAsync(2);

        var trail = await ReadAsync();
        Assert.Equal((2, 1, null), (trail.Lines, trail.Torn, trail.Break));
    }

    [Fact]
    public async Task A_long_line_is_found_again_from_the_end()
    {
        using var key = SigningKey.ReadOwn(Key);
        var heads = Enumerable.Range(0, 1_000).Select(i => new ChainHead(Guid.NewGuid(), i, new string('a', 64))).ToList();
        for (var i = 0; i < 3; i++)
            await AnchorFile.AppendAsync(File, previous => new Anchor(DateTimeOffset.UnixEpoch, previous, heads).ToLine(key), TestContext.Current.CancellationToken);

        Assert.Equal((3, null), ((await ReadAsync()).Lines, (await ReadAsync()).Break));
    }

    [Fact]
    public void A_key_that_others_may_read_is_not_used()
    {
        if (OperatingSystem.IsWindows())
            return;
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(Key));
        System.IO.File.SetUnixFileMode(Key, UnixFileMode.UserRead | UnixFileMode.GroupRead);

        Assert.Throws<InvalidOperationException>(() => SigningKey.ReadOwn(Key));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private async Task AppendAsync(int position)
    {
        using var key = SigningKey.ReadOwn(Key);
        var head = new ChainHead(Guid.Empty, position, Convert.ToHexStringLower(Encoding.UTF8.GetBytes(position.ToString("d32", CultureInfo.InvariantCulture))));
        await AnchorFile.AppendAsync(File, previous => new Anchor(DateTimeOffset.UnixEpoch, previous, [head]).ToLine(key), TestContext.Current.CancellationToken);
    }

    private async Task<AnchorTrail> ReadAsync()
    {
        using var key = SigningKey.Read(Key + ".pub");
        return await AnchorTrail.ReadAsync(File, key, TestContext.Current.CancellationToken);
    }
}
