"""Common given names and the gender they are evidence of; soft evidence, outweighed by any text.

A short list of this project's own of frequent names; names used for both are left out.
"""

from __future__ import annotations

from inquit.attribution.wordlist import words

MALE = words(
    """
    aaron abdul abdullah adam ahmed alan albert alejandro alexander alfred ali allen amir anders
    andre andrew andrzej angelo anthony antonio arthur barack barry ben benjamin bernard bernie
    bill billy bob boris brad brandon brendan brett brian bruce bryan carl carlos charles chris
    christopher chuck clarence colin craig curtis dan daniel darren dave david dean dennis derek
    diego dmitry dominic don donald douglas dwight ed eddie edgar edward edwin elliott emmanuel
    enrique eric erik ernest eugene felix fernando francis francisco francois frank franklin
    fred gabriel gareth gary gavin george gerald gerard giorgio giovanni glenn gordon graham
    greg gregory guillermo gus guy hamid harold harry hassan hector henry herbert howard hugh
    hugo hussein ian ibrahim igor isaac ivan jack jacob jake james jared jason javier jean jeff
    jeffrey jeremy jerome jerry jesus jim jimmy joachim joe joel john johnny jonathan jorge jose
    josef joseph joshua juan julian justin karim karl keith ken kenneth kevin khalid kyle larry
    lars lawrence lee leo leon leonard liam lloyd louis lucas luis luke mahmoud manuel marc
    marco marcus mario mark markus martin marvin mathew matt matteo matthew maurice max michael
    miguel mike mikhail mitch mohamed mohammad mohammed muhammad mustafa nathan neil nicholas
    nick nicolas nigel noah oleg oliver omar oscar otto owen pablo patrick paul pavel pedro pete
    peter phil philip phillip pierre rafael rajiv ralph ramon randy raphael ravi ray raymond
    ricardo richard rick robert roberto rodney roger roland ron ronald ross roy rudy rupert
    russell ryan salman sam samuel scott sean sebastian sergei sergey seth shane simon stanley
    stefan stephen steve steven stuart ted terrence thomas tim timothy toby todd tom tommy tony
    trevor tyler victor vince vincent viktor vitaly vladimir volodymyr walter warren wayne
    wesley wilfred william willie xavier yasser yitzhak yoav yousef yuri yusuf zachary
    fitzwilliam elon satya sundar narendra recep
    """
)
FEMALE = words(
    """
    abigail agnes aisha alexandra alice alison amanda amber amelia amy ana andrea angela anita
    ann anna anne annette annie april ashley audrey barbara beatrice beth betty beverly bonnie
    brenda bridget britney camilla carla carly carmen carol caroline carolyn catherine cecilia
    charlotte cheryl chloe christina christine cindy claire clara claudia colleen connie cynthia
    daisy danielle dawn debbie deborah denise diana diane dolores donna doris dorothy edith
    eileen elaine eleanor elena elisabeth elizabeth ella ellen emily emma erica erin esther eva
    evelyn fatima fiona florence frances gail georgia geraldine gina gladys gloria grace greta
    hannah harriet hazel heather heidi helen helena hillary hope huma ingrid irene iris isabel
    isabella ivanka jackie jacqueline jane janet janice jasmine jean jennifer jenny jessica jill
    joan joanna joanne josephine joy joyce juanita judith judy julia juliana julie june kamala
    karen karin kate katherine kathleen kathryn kathy katie katrina kellyanne kimberly kirsten
    kristen kristin laura lauren leah leila lena leticia lillian linda lisa liz lois lorraine
    louise lucia lucy lydia lynn madeleine maggie malala marcia margaret margot maria marian
    marie marilyn marina marine marjorie marsha martha mary maureen maya megan megyn melania
    melanie melissa michelle mildred miranda miriam molly monica nadia nancy naomi natalia
    natalie natasha nicola nicole nina nora norma olga olivia pamela patricia paula pauline
    peggy penelope penny phyllis priscilla rachel rebecca regina renee rhonda rita roberta rosa
    rose rosemary roxanne ruth sabrina sally samantha sandra sara sarah sharon sheila shirley
    silvia simone sofia sonia sophia sophie stella stephanie sue susan susanna suzanne sylvia
    tamara tammy tanya teresa thelma theresa tina tracey ursula valentina valerie vanessa vera
    veronica victoria virginia vivian wanda wendy yolanda yvonne zoe
    """
)
