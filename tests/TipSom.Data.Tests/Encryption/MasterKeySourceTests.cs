using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using TipSom.Data.Encryption;
using TipSom.TestSupport;

namespace TipSom.Data.Tests.Encryption;

/// <summary>Where master keys come from: what is read, and the plain sentence for everything that can be wrong, which never holds a key.</summary>
public sealed class MasterKeySourceTests : IDisposable
{
    private static readonly byte[] One = RandomNumberGenerator.GetBytes(32), Two = RandomNumberGenerator.GetBytes(32);
    private static readonly string Ring = $"# keys of the portal\nnew {Convert.ToBase64String(One)}\n\nold-2025 {Convert.ToBase64String(Two)}\n";

    private readonly string folder = Directory.CreateTempSubdirectory("tipsom-keys").FullName;

    private string File => Path.Combine(folder, "keys");

    [Fact]
    public void The_first_line_seals_and_all_open()
    {
        var keys = new MasterKeys(new FileKeys(Written(Ring)), TimeProvider.System);

        Assert.Equal("new", keys.Ring.Current.Name);
        Assert.Equal(["new", "old-2025"], keys.Ring.Keys.Select(k => k.Name));
        var id = Guid.NewGuid();
        Assert.Equal("x", new RecordCipher(keys).Open<string>("k", id, new RecordCipher(new MasterKeys(Two)).Seal("k", id, "x")));
        Assert.Equal("x", new RecordCipher(new MasterKeys(One)).Open<string>("k", id, new RecordCipher(keys).Seal("k", id, "x")));
    }

    [Fact]
    public void A_file_of_32_bytes_is_one_key()
    {
        System.IO.File.WriteAllBytes(File, One);
        Narrow();

        Assert.Equal(new MasterKeys(One).Ring.Current.Id, new FileKeys(File).Read().Current.Id);
    }

    [Theory]
    [InlineData(UnixFileMode.GroupRead)]
    [InlineData(UnixFileMode.OtherRead)]
    [InlineData(UnixFileMode.GroupWrite)]
    public void A_file_that_others_may_use_is_refused(UnixFileMode more)
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has other rights; none is checked there.");
            return;
        }

        Written(Ring);
        System.IO.File.SetUnixFileMode(File, UnixFileMode.UserRead | UnixFileMode.UserWrite | more);

        Assert.Equal($"{File}, named by TipSom:Keys:File, may be used by others than its owner. Say: chmod 600 {File}", Refusal(new FileKeys(File)));
    }

    [Theory]
    [InlineData("", "The key ring holds no key.")]
    [InlineData("# nothing\n", "The key ring holds no key.")]
    [InlineData("only-a-name", "Line 1 of the key ring is not a name, a space and 32 bytes in base 64.")]
    [InlineData("short c2hvcnQ=", "Line 1 of the key ring is not a name, a space and 32 bytes in base 64.")]
    [InlineData("RING\nnew AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", "Line 5 of the key ring has the name of an earlier line.")]
    public void A_file_that_is_no_ring_is_refused_by_the_number_of_its_line(string content, string sentence) =>
        Assert.Equal($"{Written(content.Replace("RING\n", Ring, StringComparison.Ordinal))}, named by TipSom:Keys:File: {sentence}", Refusal(new FileKeys(File)));

    [Fact]
    public void The_same_key_twice_is_refused() =>
        Assert.Contains("twice, as new and as again", Refusal(new FileKeys(Written($"{Ring}again {Convert.ToBase64String(One)}"))), StringComparison.Ordinal);

    [Fact]
    public void A_file_that_is_not_there_is_refused() =>
        Assert.Equal($"{File}, named by TipSom:Keys:File, cannot be read: there is no such file.", Refusal(new FileKeys(File)));

    [Fact]
    public void A_new_key_is_written_first_with_the_rights_the_file_had()
    {
        var source = new FileKeys(Written(Ring));
        if (!OperatingSystem.IsWindows())
            System.IO.File.SetUnixFileMode(File, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        var clock = new HandClock(new DateTimeOffset(2026, 11, 22, 9, 0, 0, TimeSpan.Zero));

        var added = source.AddKey(clock);
        var second = source.AddKey(clock);

        Assert.Equal(["key-2026-11-22-2", "key-2026-11-22", "new", "old-2025"], source.Read().Keys.Select(k => k.Name));
        Assert.Equal(second.Id, source.Read().Current.Id);
        Assert.NotEqual(added.Id, second.Id);
        Assert.Equal([File], Directory.GetFiles(folder));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(File));
    }

    [Fact]
    public void Two_who_add_a_key_at_once_do_not_lose_one()
    {
        var source = new FileKeys(Written(Ring));
        System.IO.File.WriteAllText($"{File}.new", "");

        Assert.StartsWith($"{File}.new is there already.", Assert.Throws<MasterKeyException>(() => source.AddKey(TimeProvider.System)).Message, StringComparison.Ordinal);
        Assert.Equal(2, source.Read().Keys.Count);
    }

    [Fact]
    public void A_credential_is_read_from_where_systemd_puts_it_and_without_one_the_start_is_refused()
    {
        Written(Ring);
        if (!OperatingSystem.IsWindows())
            System.IO.File.SetUnixFileMode(File, UnixFileMode.UserRead | UnixFileMode.GroupRead);

        Assert.Equal(2, CredentialKeys.Of(folder, "keys").Read().Keys.Count);
        Assert.Contains("CREDENTIALS_DIRECTORY is not set", Assert.Throws<MasterKeyException>(() => CredentialKeys.Of(null, "keys")).Message, StringComparison.Ordinal);
        Assert.Throws<MasterKeyException>(() => CredentialKeys.Of(folder, "../keys"));
        Assert.Contains("there is no such file", Refusal(CredentialKeys.Of(folder, "others")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_command_prints_the_ring_and_is_given_its_arguments_one_by_one() =>
        Assert.Equal(["a b;c", "second"], Shell("printf '%s\\n' \"$0\" | sed \"s/.*/x/\" >/dev/null; printf 'n1 %s\\nn2 %s\\n' \"$1\" \"$2\"; [ \"$0\" = 'a b;c' ] || exit 9",
            "a b;c", Convert.ToBase64String(One), Convert.ToBase64String(Two)).Read().Keys.Select(k => k.Name is "n1" ? "a b;c" : "second"));

    [Fact]
    public void A_command_that_is_slow_fails_or_prints_rubbish_is_refused_and_nothing_it_says_is_shown()
    {
        var watch = Stopwatch.StartNew();
        Assert.Equal("The command of TipSom:Keys:Command took longer than 2 seconds.", Refusal(Shell("echo secret; sleep 30")));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"{watch.Elapsed}");
        Assert.Equal("The command of TipSom:Keys:Command ended with exit code 3.", Refusal(Shell("echo secret >&2; echo secret; exit 3")));
        Assert.Equal(
            "The command of TipSom:Keys:Command printed no key ring: Line 1 of the key ring is not a name, a space and 32 bytes in base 64.", Refusal(Shell("echo secret")));
        Assert.Equal("The command of TipSom:Keys:Command printed more than a key ring.", Refusal(Shell("yes secret")));
        Assert.Contains("cannot be started", Refusal(new CommandKeys(Path.Combine(folder, "none"), [], TimeSpan.FromSeconds(1))), StringComparison.Ordinal);
        Assert.Contains("the whole path", Refusal(new CommandKeys("sh", [], TimeSpan.FromSeconds(1))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_command_is_not_told_the_portal_s_own_secrets()
    {
        Environment.SetEnvironmentVariable("TipSom__ContextKey", "a secret of the portal");
        Assert.Contains("holds no key", Refusal(Shell("printf '%s' \"$TipSom__ContextKey\"")), StringComparison.Ordinal);
    }

    public void Dispose()
    {
        Environment.SetEnvironmentVariable("TipSom__ContextKey", null);
        Directory.Delete(folder, recursive: true);
    }

    private static CommandKeys Shell(string script, params string[] arguments)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no sh.");
        return new("/bin/sh", ["-c", script, .. arguments], TimeSpan.FromSeconds(2));
    }

    private static string Refusal(MasterKeySource source)
    {
        var refused = Assert.Throws<MasterKeyException>(source.Read);
        Assert.Null(refused.InnerException);
        foreach (var key in new[] { "secret", Convert.ToBase64String(One)[..10] })
            Assert.DoesNotContain(key, refused.Message, StringComparison.Ordinal);
        return refused.Message;
    }

    private string Written(string ring)
    {
        System.IO.File.WriteAllText(File, ring, Encoding.UTF8);
        Narrow();
        return File;
    }

    private void Narrow()
    {
        if (!OperatingSystem.IsWindows())
            System.IO.File.SetUnixFileMode(File, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }
}
