using System.Buffers;

namespace Atelier.Reading.Articles.Comments;

/// <summary>How sites say that a discussion is over, in the languages that blogs are written in.</summary>
internal static class ClosedWords
{
    private const string Phrases = """
        en| comments are closed| comments are now closed| comments are currently closed| comments closed| comments have been closed| comments are off| commenting is closed| commenting is now closed| commenting has been closed| comments are turned off| comments have been turned off| commenting has been turned off| commenting is turned off| comments are disabled| comments disabled| comments have been disabled| commenting is disabled| commenting has been disabled| comments are not allowed| comments are not enabled| comments not allowed| comments are no longer| no longer accepting comments| not accepting comments| not accepting new comments| no new comments| new comments are not allowed| new comments cannot be posted| new comments are closed| discussion is closed| discussion is now closed| discussion has been closed| discussion closed| conversation is closed| conversation is now closed| conversation has been closed| conversation is over| comments on this entry are closed| comments on this post are closed| comments on this article are closed| comments on this story are closed| comments to this entry are closed| comments for this post are closed| comments for this article are closed| comments for this entry are closed| comments for this thread are| comments are locked| closed for comment| closed to comment| closed to new comment| closed to new repl| comment section is closed| comments section is closed| comments section is now closed| comment thread is closed| responses are closed| responses are currently closed| replies are closed| both comments and pings are currently closed| comments and trackbacks are closed| archived and closed
        de| kommentare sind geschlossen| kommentare geschlossen| kommentare sind derzeit geschlossen| kommentare sind deaktiviert| kommentare deaktiviert| kommentare wurden geschlossen| kommentare sind nicht mehr möglich| kommentarfunktion ist geschlossen| kommentarfunktion geschlossen| kommentarfunktion ist deaktiviert| kommentarfunktion wurde| kommentarfunktion deaktiviert| kommentarbereich ist geschlossen| kommentarbereich geschlossen| keine weiteren kommentare möglich| keine kommentare mehr möglich| kommentieren ist nicht mehr möglich| kommentieren nicht mehr möglich| kommentierung ist geschlossen| diskussion ist geschlossen| diskussion geschlossen| neue kommentare sind nicht
        fr| commentaires sont fermés| commentaires fermés| commentaires sont clos| commentaires clos| commentaires sont désactivés| commentaires désactivés| commentaires ne sont plus| commentaires sont maintenant fermés| commentaires sont actuellement fermés| discussion est close| pas de nouveaux commentaires| aucun nouveau commentaire
        es| comentarios están cerrados| comentarios cerrados| comentarios están deshabilitados| comentarios deshabilitados| comentarios desactivados| comentarios están desactivados| no se permiten comentarios| no se permiten nuevos comentarios| no se admiten más comentarios| no se admiten comentarios
        pt| comentários estão encerrados| comentários encerrados| comentários estão fechados| comentários fechados| comentários desativados| comentários estão desativados| comentários estão desabilitados| comentários desabilitados| não são permitidos comentários| não são permitidos novos comentários| não são permitidos
        it| commenti sono chiusi| commenti chiusi| commenti sono disabilitati| commenti disabilitati| commenti sono disattivati| commenti disattivati| commenti sono temporaneamente chiusi| non sono consentiti nuovi commenti| non sono consentiti commenti| non è possibile commentare
        nl| reacties zijn gesloten| reacties gesloten| reageren is niet meer mogelijk| reacties zijn uitgeschakeld| reacties uitgeschakeld| reacties staan uit| nieuwe reacties zijn niet toegestaan| reageren is gesloten| discussie gesloten
        sv| kommentarer inaktiverade| kommentarer är stängda| kommentarer stängda| kommentering är stängd| kommentarerna är stängda| kommentarer är avstängda| kommentarsfältet är stängt| går inte att kommentera
        da| kommentarer er lukket| lukket for kommentarer| kommentarer lukket| kommentarer er slået fra| kommentarsporet er lukket
        nb| kommentarer er stengt| stengt for kommentarer| kommentarfeltet er stengt| kommentarer er slått av| kommentarer stengt| stengt for videre kommentarer
        fi| kommentit on suljettu| kommentointi on suljettu| kommentointi suljettu| kommentit suljettu| kommentit ovat suljettu| kommentit eivät ole käytössä| kommentit pois päältä| kommentointi ei ole mahdollista
        pl| komentarze są wyłączone| komentarze wyłączone| komentarze zostały wyłączone| komentowania jest wyłączona| komentowania została wyłączona| dodawanie komentarzy zostało wyłączone| komentarze zamknięte| komentarze są zamknięte| komentarze zostały zamknięte| nie można dodawać komentarzy| nowe komentarze są niedozwolone
        cs| komentáře jsou uzavřeny| komentáře nejsou povoleny| komentáře uzavřeny| komentáře jsou vypnuty| diskuse je uzavřena| diskuze je uzavřena| diskuse uzavřena| okomentovat nelze
        sk| komentáre sú uzavreté| komentáre sú vypnuté| komentáre uzavreté| diskusia je uzavretá
        hu| hozzászólások lezárva| hozzászólások le vannak zárva| hozzászólás nem lehetséges| hozzászólások jelenleg nem| hozzászólás jelenleg nem| hozzászólások kikapcsolva
        ro| comentariile sunt închise| comentariile sunt dezactivate| comentarii închise| comentarii dezactivate
        tr| yorumlar kapalı| yorumlara kapalı| yoruma kapalı| yorum yapma kapalı| yorumlar devre dışı| yorumlar kapatıl
        ru| комментарии закрыты| комментарии отключены| комментарии выключены| комментирование закрыто| комментирование отключено| комментирование запрещено| комментирование недоступно| обсуждение закрыто| отправка комментариев| закрыта для комментариев| закрыт для комментариев| к записи отключены
        uk| коментарі закриті| коментарі закрито| коментарі вимкнено| коментування закрито| коментування вимкнено| обговорення закрито
        bg| коментарите са затворени| коментарите са изключени| коментарите са деактивирани
        sr| komentari su zatvoreni| komentari su isključeni| komentari su onemogućeni| коментари су затворени| коментари су искључени| коментари су онемогућени
        sl| komentarji so zaprti| komentiranje je onemogočeno| komentarji so onemogočeni
        el| σχόλια είναι κλειστά| σχολιασμός έχει κλείσει| σχόλια είναι απενεργοποιημένα| σχόλια έχουν κλείσει| δεν επιτρέπονται σχόλια| δεν επιτρέπονται νέα σχόλια
        ca| comentaris estan tancats| comentaris tancats| comentaris estan desactivats
        et| kommenteerimine on suletud| kommentaarid on suletud
        lt| komentavimas išjungtas| komentarai uždaryti| komentavimas uždarytas
        lv| komentāri slēgti| komentāri ir slēgti| komentēšana ir slēgta
        ja| コメントは受け付けていません| コメントは受け付けておりません| コメントを受け付けていません| コメントの受付は終了| コメント受付は終了| コメントは締め切| コメントは閉じ| コメントできません| コメントは停止中| コメントを投稿できません| コメント欄は閉鎖| コメントは許可されていません| コメントは承認されていません| コメントはできません
        zh| 评论已关闭| 評論已關閉| 留言已关闭| 留言已關閉| 评论功能已关闭| 評論功能已關閉| 留言功能已关闭| 留言功能已關閉| 留言功能已依設定關閉| 已关闭评论| 已關閉評論| 评论关闭| 关闭了评论| 迴響已關閉| 回應已關閉| 不开放评论| 不開放評論| 禁止评论| 禁止評論| 本文不允许评论| 不允许评论| 不允許評論
        ko| 댓글이 닫| 댓글은 닫| 댓글을 닫| 댓글 닫힘| 댓글을 쓸 수 없| 댓글을 달 수 없| 댓글 사용이 중지| 댓글이 허용되지| 댓글이 비활성화| 댓글을 사용할 수 없| 댓글 작성이 금지
        ar| التعليقات مغلقة| التعليق مغلق| تم إغلاق التعليقات| التعليقات مقفلة| التعليقات معطلة| التعليقات متوقفة| باب التعليقات مغلق
        he| התגובות סגורות| סגור לתגובות| התגובות נעולות| התגובות נסגרו| התגובות חסומות
        fa| نظرات بسته| دیدگاه‌ها بسته| دیدگاه ها بسته| ارسال نظر غیرفعال| بخش نظرات بسته
        hi| टिप्पणियाँ बंद| टिप्पणियां बंद| टिप्पणी बंद
        id| komentar ditutup| komentar dinonaktifkan| komentar telah ditutup| kolom komentar ditutup| komentar sudah ditutup| komen ditutup
        vi| đã đóng bình luận| bình luận đã bị đóng| bình luận đã đóng| bình luận đã bị tắt| bình luận bị tắt| đã đóng phản hồi| phản hồi đã bị đóng| không thể bình luận
        th| ปิดความเห็น| ปิดการแสดงความคิดเห็น| ปิดความคิดเห็น| ปิดการแสดงความเห็น
        """;

    public static SearchValues<string> All { get; } =
        SearchValues.Create(
            [
                .. Phrases
                    .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                    .SelectMany(line => line.Split('|').Skip(1))
                    .Select(phrase => phrase.Trim()),
            ],
            StringComparison.OrdinalIgnoreCase
        );

    /// <summary>What lists of posts say, too: it counts only where nothing invites to write.</summary>
    public static SearchValues<string> Off { get; } =
        SearchValues.Create(
            [
                "comments off",
                "kommentare deaktiviert für",
                "commentaires fermés sur",
                "comentarios desactivados en",
                "commenti disabilitati su",
                "comentários desativados em",
                "reacties uitgeschakeld voor",
                "комментарии к записи",
            ],
            StringComparison.OrdinalIgnoreCase
        );
}
