using System.Collections.Concurrent;
using System.Net.Sockets;
using System.Text;

namespace TipSom.TestSupport;

/// <summary>How a <see cref="MailServer"/> treats whoever connects.</summary>
public enum MailMood
{
    /// <summary>Takes every mail.</summary>
    Takes,

    /// <summary>Answers every recipient with 450: not now.</summary>
    Refuses,

    /// <summary>Says nothing at all.</summary>
    Stalls,

    /// <summary>Takes the mail, and breaks off before it says so.</summary>
    Drops
}

/// <summary>A mail server of this machine, as small as tests need it: keeps what it is given, and has moods.</summary>
public sealed class MailServer : SmallServer
{
    private readonly ConcurrentQueue<CaughtMail> caught = [];

    public MailMood Mood { get; set; }

    /// <summary>Every mail taken, those given twice twice.</summary>
    public IReadOnlyList<CaughtMail> Mails => [.. caught];

    /// <summary>Settings of a portal that sends here.</summary>
    public IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
    {
        ["Mail:Host"] = "127.0.0.1",
        ["Mail:Port"] = Port.ToString(System.Globalization.CultureInfo.InvariantCulture),
        ["Mail:From"] = "TipSom <portal@tipsom.test>",
        ["Mail:PublicUrl"] = "https://tipsom.test"
    };

    protected override async Task TalkAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.Latin1);
        await using var writer = new StreamWriter(stream, Encoding.ASCII) { NewLine = "\r\n", AutoFlush = true };
        if (Mood == MailMood.Stalls)
            await Task.Delay(Timeout.Infinite, Closing);
        await writer.WriteLineAsync("220 test");
        var to = "";
        while (await reader.ReadLineAsync(Closing) is { } line)
        {
            var verb = line.Split(' ', ':')[0].ToUpperInvariant();
            if (verb == "RCPT" && Mood == MailMood.Refuses)
            {
                await writer.WriteLineAsync("450 not now");
                continue;
            }

            if (verb == "RCPT")
                to = line[(line.IndexOf('<') + 1)..line.IndexOf('>')];
            if (verb == "DATA")
            {
                await writer.WriteLineAsync("354 go on");
                var text = new StringBuilder();
                while (await reader.ReadLineAsync(Closing) is { } part && part != ".")
                    text.Append(part.StartsWith('.') ? part[1..] : part).Append("\r\n");
                caught.Enqueue(CaughtMail.Read(to, text.ToString()));
                if (Mood == MailMood.Drops)
                    return;
            }

            await writer.WriteLineAsync(verb == "QUIT" ? "221 bye" : "250 ok");
            if (verb == "QUIT")
                return;
        }
    }
}

/// <summary>A mail as its reader has it.</summary>
/// <param name="To">Address it was delivered to.</param>
/// <param name="Source">Everything, as it came over the line.</param>
/// <param name="Headers">Headers, unfolded; words in another script as they were encoded.</param>
/// <param name="Text">The text, decoded.</param>
public sealed record CaughtMail(string To, string Source, IReadOnlyDictionary<string, string> Headers, string Text)
{
    public string MessageId => Headers["Message-ID"];

    /// <summary>The subject, decoded (RFC 2047).</summary>
    public string Subject => string.Concat(Headers["Subject"].Split(' ').Aggregate(new List<string>(), (words, word) =>
    {
        var parts = word.Split('?');
        var isEncoded = parts is ["=", _, _, _, "="];
        // White space between two encoded words is none.
        if (!isEncoded)
            words.Add(words.Count == 0 ? word : $" {word}");
        else
            words.Add(parts[2].Equals("B", StringComparison.OrdinalIgnoreCase)
                ? Encoding.UTF8.GetString(Convert.FromBase64String(parts[3]))
                : Unquote(parts[3].Replace('_', ' ')));
        return words;
    }));

    internal static CaughtMail Read(string to, string source)
    {
        var (head, body) = source.Split("\r\n\r\n", 2) is [var h, var b] ? (h, b) : (source, "");
        var headers = head.Replace("\r\n ", " ", StringComparison.Ordinal).Replace("\r\n\t", " ", StringComparison.Ordinal)
            .Split("\r\n").Select(l => l.Split(": ", 2)).Where(p => p.Length == 2)
            .ToDictionary(p => p[0], p => p[1], StringComparer.OrdinalIgnoreCase);
        var text = headers.GetValueOrDefault("Content-Transfer-Encoding") switch
        {
            "base64" => Encoding.UTF8.GetString(Convert.FromBase64String(body)),
            "quoted-printable" => Unquote(body),
            _ => body
        };
        return new CaughtMail(to, source, headers, text);
    }

    private static string Unquote(string body)
    {
        var bytes = new List<byte>();
        var joined = body.Replace("=\r\n", "", StringComparison.Ordinal);
        for (var i = 0; i < joined.Length; i++)
        {
            var isByte = joined[i] == '=' && i + 2 < joined.Length;
            bytes.Add(isByte ? Convert.ToByte(joined.Substring(i + 1, 2), 16) : (byte)joined[i]);
            i += isByte ? 2 : 0;
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }
}
